import { once } from '../once.ts';

/**
 * The words of our texts in all languages that would otherwise read as a name: those with a capital letter,
 * and those with signs or digits. In lower case, written by `npm run l10n`.
 */
const words = `
25、%23、%40、%5c|ab|abbrechen|abgebrochen|abgelaufen|abgeschlossen|ablauf|ablaufzeit|abmelden|abra-a|abri-la
abrir|ac|account|account-sid|acercar|actualice|actualizar|ad|adaptive|add|address|addresses|adicione|adresse
adressen|advertencia|adónde|afecta|after|again|agregue|ainda|aktualisieren|al|alejar|alemanha|alemania|algo
alguien|alguém|all|alle|alles|allow|als|alterar|alto-falante|ambas|ambos|america/sao_paulo|ampliar|an|and
andere|anders|android|android-geräten|anforderung|anforderungen|anfrage|angabe|angaben|anhalten
anmeldeinformationen|anmelden|anmeldeseite|anmeldung|another|anruf|anrufe|anrufs|anteil|antwort|anwendung
anwendungen|any|anzahl|ao|apenas|api|api-key|api-keys|apis|app|após|aquí|arbeitsspeicher|architecture
architektur|armazenada|arquitectura|arquitetura|array|arrow|as|ashburn|asia/tokyo|ask|asking|assistent|at
atualizar|atualize|até|audio|audioelement|audiotracks|auf|aufenthalt|aufenthalte|aufenthalten|auffällig
aufgezeichnete|auflösung|aufzeichnung|aufzeichnungen|aus|ausgelassen|aushandeln|ausprobieren|aussteller
australia|australien|austrália|auth|aviso|balken|base64|basic|bedeutet|beendet|befund|befunde|beginn|behoben
bei|beide|beigetreten|beim|beispiel|beispieldaten|beispielraum|beispielräume|beispielräumen|beitritt
beitritts|bekannt|bekanntes|benutzer|benutzername|benutzerordner|beobachten|berechtigung|berechtigungen
bereich|bericht|beschreibung|betreff|betrifft|bild|bildschirme|bis|bisher|bitten|borrar|bot|both|bots|brasil
brasilien|brazil|browser|browsers|browserversion|build|builds|buscar|by|cache|cada|caduca|caducada|callback
callback-methode|callback-url|callbacks|cambiar|can|cancel|cancelado|cancelar|cancelled|canvas|cargados
cargando|cargar|carregados|carregando|carregar|causas|cerrar|chamada|change|check|choose|chrome|classificar
clear|cli|click|client|client-side|clientes|clients|clique|cli’s|clocks|close|code|codec|codecs|codes|com
comandos|começa|como|comparar|compare|completada|complete|completed|completo|compruebe|computer|computers
con|concerns|concluída|concurrent|conectado|configuración|configurações|conforme|conhecida|conhecidas
conhecido|connected|conservar|console|consta|constatações|consultando|consulte|conta|copiado|copiar|copied
copy|correct|corregido|corrigido|corrija|cortes|could|creación|creada|create|created|createdafter
createdbefore|criada|criação|crie|cualquiera|cuenta|curl-befehle|cuándo|cuántas|cuánto|códec|códecs|código
códigos|cómo|da|dado|dados|danach|darf|das|dass|data|datei|dateien|dateisysteme|daten|datensatz|datentracks
dato|datos|datum|dauer|dauern|davon|de|defina|definir|dejar|dem|demasiadas|den|depois|der|derselbe
desconectado|desconexión|desconexão|desde|desktop|después|destaca|destaque|detener|detenido|deutschland
device|devolución|die|dienst|dienste|diese|dieser|dieses|diferentes|different|digite|digite-as|direcciones
dirección|disconnected|dispositivo|distinct|distintos|dois|doppelte|dort|dos|dropped|dtls|dtls-handshake
duas|dublin|dublín|duplicate|duración|duration|duração|durchsucht|each|echo|edge|edge-standort|edges|editor
editors|eigenschaft|eigenschaften|ein|eindeutig|eine|einem|eingabe|eingabetaste|einstellung|einstellungen
einzelheiten|ejemplo|el|ela|elas|ele|eles|elija|em|empieza|empty|en|encerrada|end|ende|ended|enden|endereço
endereços|endgrund|endgründe|endzeit|enter|entrada|entrar|entre|entretanto|entweder|environment|er|ereignis
ereignisse|ergänzen|erlauben|erlaubte|erneut|erro|error|errores|errors|erros|erstellen|erstellt|erstellung
erweiterung|erweiterungen|es|esa|escolha|escreva|escriba|escríbalo|essa|esta|establecer|establezca|estado
estados|estancias|estas|este|estes|esto|estos|europe/berlin|europe/madrid|everybody|everything|exemplo
expira|expirada|expired|expires|explorar|explore|export|exportación|exportando|exportar|exportação
exportieren|exportiert|exporting|fabricante|failed|failures|faixas|falha|falhas|fall|fallaron|fallos|falló
falta|faltam|faltan|fechar|fehlendes|fehler|fehlercode|fehlercodes|fehlern|fehlerseite|fehlgeschlagen
fehlschlag|fehlschläge|fehlschlägen|feld|fenster|fensters|figures|filas|filter|filtrar|find|findings|firefox
firewall|firewalls|first|fixed|folge|for|format|fragen|frankfurt|from|fráncfort|further|ganzer|ganzes
gastgeber|geben|gebrauch|gegenseite|geheimnisse|geheimnisspeicher|gehören|geladenes|gemeldet|geralmente
geringste|germany|gerät|geräte|gerätehersteller|gerätemodell|geräten|gespeichert|gespeicherte|gespeicherten
gespeicherter|gespräch|gesprächsdauer|geteilte|getrennt|give|gleich|gleichzeitig|gleichzeitige|gnome|go
go-räumen|grabación|grant|gravação|grenze|grenzen|group|groß|grund|gruppenraum|gruppenräumen|größte|gründe
guardada|guardar|guthaben|gültigkeitsdauer|h264-video|ha|haga|hallazgos|hand|hasta|hauptversion
hauptversionen|hay|header|heartbeats|hexadezimalziffern|hier|hilfsbibliothek|hintergrund|hinweis|how|http
http-methode|http.noproxy|http.proxy|http.proxyauthorization|http.proxystrictssl
http://name:kennwort@proxy.example.com:8080|http://name:kennwort@proxy:8080
http://name:password@proxy.example.com:8080|http://name:password@proxy:8080
http://nombre:contraseña@proxy.example.com:8080|http://nombre:contraseña@proxy:8080
http://nome:senha@proxy.example.com:8080|http://nome:senha@proxy:8080|https|https_proxy|http、https、socks5|há
höchststand|hörer|ice|ice-kandidaten|ice-neustart|identidad|identidade|identidades|identifica|identifies
identities|identity|identität|identitäten|if|iguais|iguales|ihr|ihre|ihrer|im|in|incomplete|incompleto|india
indien|indique|indique-o|información|informe|ingresso|inhalt|iniciar|inicie|innerhalb|insights|insights-api
insira|instale|install|installieren|instanzen|introduzca|ir|ireland|irland|irlanda|is|isso|isto|it
itinerancia|its|ja|japan|japão|japón|jede|jeder|jemand|joined|json|json-text|kamera|kameratrack|kann
kapazität|keep|kein|keine|keiner|kennwort|kennzeichnet|keyring|kleinschreibung|klicken|klon|known|kommas
konfiguration|konfigurationsdatei|konten|kontingent|konto|kontos|kopie|kopieren|kopiert|korrigieren|krisp|la
laden|largest|las|last|latenz|laufend|lautsprecher|leer|left|legen|lendo|let|letzte|leyendo|limit|limite
limpar|linha|linhas|link|links|linux|liste|live|live-account-sid|live-api-key|lo|load|loaded|loading|local
localizar|log|longest|look|los|lowest|längste|lässt|läuft|límite|línea|machine|made-up|maiores|mais|manchmal
manter|maxparticipantduration|may|mayús+clic|mayús+entrar|maßgeblich|mb|media|median|mediaregion|medien
medienbeschreibung|medienbeschreibungen|medienneustart|medienregion|medienregionen|medienserver
medienservern|medienverbindung|medienverschlüsselung|medios|megabyte|mehr|meio-tempo|meistens|melden|meldung
menor|mensagem|mensaje|mikrofon|mikrofontrack|milliseconds|millisekunden|min|mindestens|minute|minuten
minutes|missing|mit|mittlere|mo|modelo|moment|mon|more|most|mostrar|motivo|motivos|muitas|más|máximo|método
mídia|mögliche|möglicherweise|möglichkeit|na|nach|nachdem|nachricht|nada|nadie|name|name:kennwort
name:password|namen|namens|names|nas|navegador|negotiating|nein|neither|nem|nenhum|nenhuma|nesse|neste
networktest.twilio.com|netzwerk|netzwerkabbruch|netzwerkadministration|netzwerke|netzwerken|netzwerkproblem
netzwerks|netzwerkstörung|netzwerkverbindung|neu|neueste|neustart|neuverbindung|neuverbindungen|newest|ni
nicht|nichts|nie|niemand|ninguna|ninguno|ninguém|ningún|no|nobody|noch|node_extra_ca_certs|nombre
nombre:contraseña|nome|nome:senha|nomes|none|normal|normalmente|not|nota|note|nothing|ntp|nur|não|oauth
oauth-app|ob|objekt|observando|observar|observação|ocupaban|oft|often|ohne|omitidos|on|one|only|open|opening
ordenar|ordner|origem|origen|ort|os|ost|other|others|otra|otras|otros|out|outages|outcomes|outra|outras
outros|overview|paar|para|parado|parar|parece|partes|participant|participante|participantes|participants
parts|patch|paulo|pause|peak|peer-to-peer|peer-to-peer-räumen|peers|pela|pelo|people|perfil|pergunte
permanências|permita|permitir|person|personas|personen|pesquisar|pessoas|peça|pfad|pfeiltasten|pico|pida
piores|pistas|plan|plataforma|platform|plattform|plattformversion|plätze|pode|por|port|possible|post|primero
problem|problema|problemas|probleme|problemen|problems|procesamiento|processamento|processing|procurar
profil|profile|profiles:create|profils|programme|properties|property|propiedad|propiedades|propriedade
propriedades|protokoll|proxy|proxy-adresse|proxyeinstellungen|proxys|prozentzeichen|prüfen|publicador
publicar|publisher|publishing|puede|página|quais|qual|qualquer|quando|quantas|que|quedas|quelle|quem|quien
qué|raum|raum-sid|raumdauer|raumname|raumnamen|raums|raumtyp|rauschunterdrückung|reading|recarregar|recent
recentes|recibe|recientes|recomendada|recommended|reconectando|reconexão|reconnecting|recorded|recording
reduzir|refere-se|refresh|region|regionen|regiones|região|región|regiões|reihenfolge|reintentar|relatório
release|reload|remote|remotecomputer|rename|renomear|report|ressource|ressourcen|rest|restabelecê-la
resultados|resumen|resumo|retorno|retry|reveal|richtlinien|rm|roaming|rolle|room|room.refreshinactivemedia
rooms|rows|ruhezustand|räume|räumen|safari|sair|sala|salas|salida|salva|salvar|sample|save|saved|saída
schaltflächen|schleife|schließen|schlimmste|schlüssel|schlüsselbund|schlüssels|schnitt|schreiben
schwierigkeiten|scope|sdk|sdk-version|sdks|sdp|sdp-format|se|search|secret|secreto|secrets|see|segredo|según
sehen|seine|seite|sekunde|sekunden|seleccione|selecione|select|sem|semikolons|server|servers|session|set
settings|seu|shared|shift|shift+click|shift+clique|shift+enter|show|si|sid|sids|sie|siehe|sign|sign-in
signalisierung|signalisierungs|signalisierungsfehler|signalisierungsnachricht|signalisierungsserver
signalisierungsverbindung|signatur|signed|sim|simulcast|sin|singapore|singapur|singapura|sitzung|sitzungen
sitzungsdauer|sitzungslimit|sk|skala|small|so|socks5|solicitações|solo|somebody|something|sometimes|sonst
sort|sound|source|speichern|staaten|stammzertifikat|standardschlüssel|stands|states|status|status.twilio.com
status=completed|stays|std|stop|stopped|stored|stunde|stunden|störung|störungen|su|such|summary|support
switch|sydney|symbol-variable|systems|são|säule|sí|sídney|tab|tabelle|tabellenprogramme|tabs|tabulatoren|tag
tage|talvez|tcp|teil|teile|teilnehmer|teilnehmer-sid|teilnehmerlimit|teilnehmern|teilnehmers|telefon
telefonat|telefonats|telefone|telefonen|tem|tempo|tentar|tente|terminada|terminadas|test
testanmeldeinformationen|testkonto|tests|text|texto|that|the|their|them|there|these|they|this|those|ticket
tiempo|tiene|time|timeline|timeout|timer|times|tipo|tls|to|toda|todas|todavía|todo|todos|token|tokens|tokio
tokyo|toman|ton|too|tool|tools|track|trackname|tracks|trata-se|trocar|try|tudo|turn
turn-anmeldeinformationen|turn-server|twilio|twilio-apis|twilio-cli/config.json|twilio-konsole|twilio-konto
twilio-region|twilio-support|twilio-video.js|twilio_account_sid|twilio_api_key|twilio_api_secret
twilio_auth_token|twilio_config_dir|twilio_edge|twilio_region|twilio’s|two|typ|type|typen|tóquio|ubicación
udp|uhr|uhren|uhrzeit|um|uma|umatilla|umbenennen|umgebung|umgebungsvariable|umgebungsvariablen
umschalt+eingabe|umschalt+klick|un|una|und|unidos|unified|unique|united|unter|unterbrechung|unterkonto
unternehmensproxy|unterschied|unterschiede|until|unvollständig|update|url|ursache|ursachen|usar|usarlas|use
usually|utc|vacío|variables|variáveis|vazio|veja|verarbeitung|verbindet|verbindung|verbindungen|verbunden
vereinigte|vergrößern|verifique|verkehr|verkleinern|verlassen|verlassens|verlust|verschieden|verschiedene
version|versionen|versiones|versión|versuch|versuchen|versão|versões|veröffentlichen|video|video-api
video-berechtigung|video-konto|videocodec|videocodecs|videorooms.apibaseurl|videorooms.assistantnames
videorooms_get_room|videorooms_list_rooms|videos|videotracks|vielleicht|visão|você|vollständig|volver|von
vordergrund|vorhandenes|vp8-video|vpn|vpns|vuelva|vínculo|vínculos|wann|warning|warnung|warnungen|warum|was
watch|watching|way|webrtc-adapter|websocket|websocket-verkehr|wechsel|weder|weg|weise|weitere|welche|welchen
welches|wenn|wer|wert|west|what|when|where|whether|which|whole|why|wie|wiederbeitritt|wiederbeitritte
wiederholen|wiederverbinden|window|windows|wird|with|within|without|wohin|worst|write|wählen|wörter|yes|you
zahl|zahlen|zeichen|zeile|zeilen|zeit|zeitachse|zeiten|zeitpunkt|zeitraum|zeitraums|zeitzone
zeitüberschreitung|zertifikat|ziffern|zoom|zu|zuerst|zufall|zugriff|zugriffstoken|zugriffstokens|zukunft
zuletzt|zum|zusammenfassung|zwei|às|ältere|änderung|índia|öffnen|última|últimas|últimos|único|über|übersicht
`;

/** Words of sentences that are not in the bundles: the labels of codecs and of Go rooms, time zones. */
const others = ['av1', 'go', 'gmt', 'h264', 'opus', 'pcmu', 'utc', 'vp8', 'vp9'];

const all = once(() => new Set([...words.split(/[\s|]+/), ...others]));

/** Whether a word is one that our own sentences use where a name could be. */
export function isSentenceWord(word: string): boolean {
  return all().has(word.toLowerCase().replace(/\.$/, ''));
}
