import { once } from '../once.ts';

/**
 * The words of our texts in all languages that would otherwise read as a name: those with a capital letter,
 * and those with signs or digits. In lower case, written by `npm run l10n`.
 */
const words = `
ab|abbrechen|abbruch|abbrüche|abbrüchen|abgebrochen|abgelaufen|abgeschlossen|abmelden|abri-la|abrir|ac
account|account-sid|acercar|actualice|actualizar|ad|address|addresses|adresse|adressen|advertencia|adónde
afecta|after|again|ainda|aktualisieren|al|alejar|alemanha|alemania|algo|alguien|alguém|all|alle|alles|allow
als|alterar|ampliar|an|and|andere|anders|anforderung|anforderungen|anfrage|angabe|angaben|angehalten
anhalten|anmeldeinformationen|anmelden|anmeldeseite|anmeldung|another|anruf|anrufe|anteil|antwort|anwendung
anwesenden|anzahl|ao|apenas|api|api-key|api-keys|app|aqui|aquí|architecture|architektur|arquitectura
arquitetura|array|arrow|art|as|ashburn|ask|asking|assistent|at|atualizar|atualize|até|audio|audiotracks|auf
aufenthalt|aufenthalte|aufenthalten|auffällig|aufgezeichnete|aufzeichnung|aufzeichnungen|aus|ausgelassen
ausprobieren|aussteller|australia|australien|austrália|auth|aviso|balken|bedeutet|beendet|befund|befunde
beginn|bei|beigetreten|beim|beispiel|beispielraum|beispielräume|beispielräumen|beitritt|beitritts|bekannt
benutzer|benutzername|beobachten|berechtigung|berechtigungen|bericht|beschreibung|betreff|betrifft|better
bild|bis|bisher|bitten|borrar|brasil|brasilien|brazil|browser|browsers|browserversion|build|builds|buscar|by
cache|caduca|caducada|callback|callback-methode|callback-url|callbacks|cambiar|can|cancel|cancelado|cancelar
cancelled|cargados|cargando|cargar|carregados|carregando|carregar|casi|cerrar|chamada|change|check|choose
classificar|clear|cli|click|client|client-side|clientes|clients|clique|cli’s|close|code|codec|codecs|codes
com|comandos|começa|como|comparar|compare|completada|complete|completed|completo|compruebe|computer
computers|con|concerns|concluída|concurrent|conectado|configuración|configurações|conforme|conhecida
conhecido|connected|conservar|consta|constatações|consultando|consulte|conta|copiado|copiar|copied|copy
cortes|creación|creada|created|createdafter|createdbefore|cree|criada|criação|crie|cuenta|curl-befehle
cuándo|cuántas|cuánto|códec|códecs|código|códigos|cómo|da|dahinter|darf|das|dass|data|datei|dateien
dateisysteme|datentracks|dauer|dauern|de|definir|dejar|dem|demasiadas|den|depois|der|desconectado
desconexión|desconexão|desde|después|destaca|destaque|detener|detenido|deutschland|device|devolución|die
dienst|diese|dieser|diferentes|different|digite|digite-as|direcciones|dirección|disconnected|distinct
distintos|dois|dort|dos|dropped|dtls|dtls-handshake|duas|dublin|dublín|duración|duration|duração|dé|dê|edge
edge-standort|edges|editor|editors|eher|eigenschaft|eigenschaften|ein|eindeutig|eine|eingabe|eingabetaste
einstellung|einstellungen|einzelheiten|ejemplo|el|ela|elas|ele|elija|em|empieza|empty|en|encerrada|end|ende
ended|endereço|endereços|endgrund|endgründe|enter|entrada|entrar|entre|entretanto|environment|er|ereignisse
erfundene|erlauben|erlaubte|erro|error|errores|errors|erros|erstellen|erstellt|erstellung|erweiterung|es
escolha|escreva|escriba|escríbalo|esta|establecer|estado|estados|estancias|estas|este|esto|everybody
everything|exemplo|expira|expirada|expired|expires|explorar|explore|export|exportación|exportando|exportar
exportação|exportieren|exportiert|exporting|fabricante|failed|faixas|falha|fallaron|falló|falta|faltam
faltan|fechar|fehlendes|fehler|fehlercode|fehlercodes|fehlern|fehlerseite|fehlgeschlagen|feld|felder|fenster
figures|filas|filter|filtrar|find|findings|firewall|firewalls|first|for|format|fragen|frankfurt|from
fráncfort|further|ganzer|ganzes|gastgeber|geben|gebrauch|gegenseite|geheimnisse|geheimnisspeicher|geladenes
geralmente|geringste|germany|gerät|geräte|gerätehersteller|gerätemodell|gespeichert|gespeicherte
gespeicherten|gespeicherter|gespräch|getrennt|give|gleich|gleichzeitig|gleichzeitige|gnome|go|grabación
grant|gravação|grenze|group|groß|grund|größte|gründe|guardada|guardar|gültigkeitsdauer|ha|haga|hallazgos
hand|hasta|hauptversion|hauptversionen|hay|header|here|hexadezimalziffern|hier|hierher|hilfsbibliothek
hintergrund|hinweis|how|http|http-methode|http.noproxy|http.proxy|http.proxyauthorization
http.proxystrictssl|http://name:password@proxy:8080|http://proxy.example.com:8080|https|https_proxy|há
höchststand|h、2026-11-20|h」、「2026-11-20|ice|ice-neustart|identidad|identidade|identidades|identifica
identifies|identities|identity|identität|identitäten|if|iguais|iguales|ihr|ihre|ihrer|im|in|incomplete
incompleto|india|indien|indique|información|informe|ingresso|inhaber|iniciar|inicie|innerhalb|insights
insights-api|instanzen|ir|ireland|irland|irlanda|is|isto|it|itinerancia|its|ja|japan|japão|japón|jemand
joined|json|json-text|kamera|kann|kapazität|keep|kein|keine|kennwort|kennzeichnet|kept|keyring
kleinschreibung|klicken|known|konfiguration|konten|kontingent|konto|kontos|kopieren|kopiert|la|laden|largest
las|last|latenz|laufend|leer|left|lendo|let|letzte|leyendo|limit|limpar|linha|linhas|link|links|linux|liste
live|lo|load|loaded|loading|local|localizar|log|longest|los|lowest|längste|lässt|läuft|línea|made-up|maiores
mais|make|manter|mantida|maxparticipantduration|may|mayús+clic|mayús+entrar|mb|media|median|medien
medienbeschreibung|medienneustart|medienregion|medienregionen|medienserver|medienservern|medienverbindung
medienverschlüsselung|medios|megabyte|mehr|meio-tempo|meist|meistens|mejor|melden|melhor|menor|mindestens
minuten|min」、「2|missing|mit|mittlere|mo|modelo|mon|more|mostly|mostrar|motivo|motivos|muitas|más|máximo
método|mídia|na|nach|nachricht|nada|nadie|name|namen|namens|names|nas|navegador|nein|neither|nem|nenhum
nenhuma|neste|networktest.twilio.com|netzwerk|netzwerkabbruch|netzwerks|netzwerkstörung|netzwerkverbindung
neu|neue|neueste|newest|ni|nicht|nichts|nie|niemand|ninguna|ninguno|ninguém|ningún|no|nobody|noch
node_extra_ca_certs|nombre|nome|nomes|none|normal|normalmente|not|nota|note|nothing|ntp|nur|não|ob|objekt
observando|observar|observação|oder|oft|often|ohne|omitidos|on|one|only|open|opening|or|ordenar|ordner
origem|origen|ort|os|ost|other|others|otra|otras|otros|ou|out|outra|outras|outros|overview|para|parado|parar
partes|participant|participante|participantes|participants|parts|patch|paulo|pause|peak|peer-to-peer
peer-to-peer-räumen|peers|pela|pelo|people|perfil|pergunte|permanências|permita|permitir|person|personas
personen|pesquisar|pessoas|peça|pfad|pfeiltasten|pico|pida|piores|pistas|plataforma|platform|plattform
plattformversion|pode|por|port|post|precisa|press|pressione|primero|problem|problema|problemas|probleme
problemen|problems|procesamiento|processamento|processing|profil|profile|profiles:create|properties|property
propiedad|propiedades|propriedade|propriedades|protokoll|proxy|proxyeinstellungen|proxys|prüfen|publicador
publisher|puede|pulse|página|quais|qual|quando|quantas|quase|que|quedas|quelle|quem|quien|qué|raum|raum-sid
raumname|raumnamen|raums|raumtyp|reading|recent|recentes|rechten|recibe|recientes|reconectando|reconnecting
recorded|recording|reduzir|refere-se|refresh|region|regionen|regiones|região|región|regiões|reihenfolge
reintentar|relatório|rename|renomear|report|ressource|ressourcen|rest|resumen|resumo|retorno|retry|reveal|rm
roaming|rolle|room|rooms|rows|ruhezustand|räume|räumen|sair|sala|salas|salida|salva|salvar|sample|save|saved
saída|schleife|schließen|schlimmste|schlüssel|schlüsselbund|schlüssels|schnitt|schreiben|sdk|sdk-version
sdks|sdp|se|search|secret|secreto|see|segredo|según|sein|seine|seite|sekunden|sem|server|servers|session|set
settings|seu|shift|shift+click|shift+clique|shift+enter|show|si|sid|sids|sie|siehe|sign|sign-in
signalisierung|signalisierungsfehler|signalisierungsnachricht|signalisierungsserver
signalisierungsverbindung|signatur|sim|sin|singapore|singapur|singapura|sinn|sitzung|sitzungsdauer|sk|skala
small|so|socks5|solicitações|solo|somebody|something|son|sonst|sort|sound|source|speichern|später|staaten
stammzertifikat|standardschlüssel|stands|states|status|status.twilio.com|status=completed|stays|stop|stopped
stunde|stunden|störung|störungen|su|summary|support|switch|sydney|symbol-variable|systems|são|sí|sídney
s」、「5–15|tab|tabelle|tabellenkalkulationen|tabs|tag|tage|teil|teile|teilnehmer|teilnehmer-sid
teilnehmerlimit|teilnehmern|teilnehmers|telefonen|tem|tempo|tentar|tente|terminada|terminadas|test
testanmeldeinformationen|text|texto|that|the|their|them|there|these|they|this|those|three|ticket|tiempo
tiene|time|timeline|timeout|tipo|tls|to|toda|todas|todavía|todo|todos|token|tokens|tokio|tokyo|ton|too|tool
tools|track|trackname|tracks|trocar|try|tudo|turn|turn-anmeldeinformationen|turn-server|twilio
twilio-konsole|twilio-konto|twilio-video.js|twilio_account_sid|twilio_api_key|twilio_api_secret
twilio_auth_token|twilio_config_dir|twilio’s|two|typ|type|typen|tóquio|ubicación|udp|uhr|um|uma|umatilla
umbenennen|umgebung|umgebungsvariable|umgebungsvariablen|umschalt+eingabe|umschalt+klick|umsehen|un|una|und
unidos|unique|united|unten|unter|unterkonto|unternehmensproxy|until|unvollständig|update|url|usar|usarlas
use|usually|utc|vacío|variables|variáveis|vazio|veja|verarbeitung|verbindet|verbindung|verbindungen
verbunden|verdrängung|vereinigte|vergrößern|verifique|verkehr|verkleinern|verlassen|verlassens|verschieden
verschiedene|version|versionen|versiones|versión|versuch|versuchen|versão|versões|video|video-api
video-berechtigung|video-konto|videocodecs|videorooms.apibaseurl|videorooms.assistantnames
videorooms_get_room|videorooms_list_rooms|videotracks|vielleicht|visão|você|vollständig|von|vorhandenes|vpn
vpns|vuelva|vínculo|vínculos|wann|warning|warnung|warnungen|warum|was|watch|watching|way|websocket
websocket-verkehr|wechsel|weder|weg|weitere|welche|welchen|welches|wenn|wer|wert|wessen|west|what|when|where
whether|which|whole|whose|why|wie|wiederbeitritt|wiederbeitritte|wiederholen|wiederverbinden|window|wird
with|within|without|wohin|worst|write|wählen|wörter|yes|you|zahl|zahlen|zeichen|zeile|zeilen|zeit|zeitachse
zeiten|zeitgrenze|zeitpunkt|zeitraum|zeitraums|zeitüberschreitung|zertifikat|ziffern|zoom|zu|zuerst|zugriff
zugriffstoken|zugriffstokens|zukunft|zuletzt|zum|zusammenfassung|zwei|às|índia|öffnen|última|últimas|últimos
único|über|übersicht
`;

/** Words of sentences that are not in the bundles: the labels of codecs and of Go rooms, time zones. */
const others = ['av1', 'go', 'gmt', 'h264', 'opus', 'pcmu', 'utc', 'vp8', 'vp9'];

const all = once(() => new Set([...words.split(/[\s|]+/), ...others]));

/** Whether a word is one that our own sentences use where a name could be. */
export function isSentenceWord(word: string): boolean {
  return all().has(word.toLowerCase().replace(/\.$/, ''));
}
