import { reasonTexts } from '../../calls/analysis/reasonCodes.ts';
import { enumValues } from '../../text/enumLabels.ts';
import { once } from '../../text/once.ts';

/** Roles, devices, software and small words of free text. None of them identifies a person. */
const words = `
a|about|after|again|all|also|an|and|another|any|are|as|at|away|back|be|because|been|before|between|both|but|by
can|cannot|could|did|do|does|done|down|due|during|each|either|else|even|ever|every|for|from|further|get|gets|got
had|has|have|he|her|here|him|his|how|if|in|into|is|it|its|just|last|later|least|left|less|like|many|me|more
most|much|must|my|near|never|new|next|no|none|not|now|of|off|old|on|once|one|only|or|other|our|out|over|own|per
please|same|seen|she|should|since|so|some|soon|still|such|than|that|the|their|them|then|there|these|they|this
those|through|till|to|today|too|twice|two|under|until|up|upon|us|use|used|using|very|via|was|we|well|were|what
when|where|whether|which|while|who|why|with|within|without|would|yet|you|your
abort|aborted|accept|accepted|access|account|action|active|activity|add|added|admin|agent|alert|api|app
application|attendee|audio|auto|background|bad|ban|banned|bandwidth|battery|bot|broadcast|browser|busy|button|call
called|caller|calls|camera|cancel|canceled|cancelled|capacity|change|changed|chat|clean|click|client|close|closed
code|codec|codecs|coach|codes|complete|completed|conference|config|configuration|connect|connected|connecting
connection|console|consultant|conversation|crash|crashed|customer|data|dead|debug|decline|declined|delete|deleted
demo|denied|desktop|detail|details|detected|device|devices|disconnect|disconnected|disconnecting|doctor|drop
dropped|duplicate|edge|egress|embedded|empty|end|ended|ending|ends|enter|error|errors|event|events|exceeded|exit
expired|external|fail|failed|failure|fatal|file|first|forbidden|force|forced|frame|freeze|from|front|gateway|gone
group|guest|hang|hangup|hardware|headset|health|heartbeat|hidden|hold|host|ice|id|identities|identity|idle|ignored
inactive|inactivity|incoming|info|initial|input|instructor|internal|internet|invalid|invite|invited|join|joined
joining|key|kick|kicked|kill|killed|lan|laptop|lead|leave|leaving|legacy|length|limit|listener|live|load|loading
local|lock|locked|logout|lost|low|manager|manual|maximum|media|meeting|member|memory|message|messages
microphone|min|minimum|missing|mobile|mode|moderator|monitor|muted|name|native|navigate|navigated|navigation
network|nobody|normal|normally|notification|null|number|observer|offline|ok|online|open|operator|organizer
outgoing|output|owner|packet|page|paging|panel|parent|participant|participants|patient|pause|paused|peer|permission
phone|ping|pipe|platform|player|plugin|policy|pong|port|power|presenter|preview|process|producer|profile|provider
proxy|publish|published|publisher|quality|quit|ready|reason|receive|received|recent|reconnect|reconnected
reconnecting|reconnection|recorder|recording|refresh|refused|region|reject|rejected|reload|remote|remove|removed
replaced|request|reset|response|restart|restarted|resume|resumed|retry|room|rooms|root|sales|screen|sdk|seconds
self|send|sent|server|service|session|sessions|share|sharing|shut|shutdown|sid|signal|signaling|simple|sip|sleep
socket|software|speaker|staff|stage|standard|start|started|state|status|step|stop|stopped|stream|student|subscriber
support|suspended|switch|switched|system|tab|tablet|teacher|team|temporary|terminate|terminated|test|testing
therapist|ticket|time|timed|timeout|times|token|track|tracks|trainer|transport|trial|tunnel|turn|tutor|type|unable
unexpected|unknown|unload|unpublished|unreachable|unsupported|update|upgrade|user|users|value|version|video
viewer|visitor|voice|wait|waiting|warning|web|webhook|webrtc|websocket|wifi|window|windows|wireless|worker|wrong
acer|amd|amd64|android|apple|arm|arm64|armv7l|asus|browsers|chrome|chromebook|chromeos|chromium|cordova|cpu|cros
curl|darwin|debian|dell|edge|electron|expo|facebook|fedora|firefox|flutter|galaxy|gecko|google|gpu|harmonyos
headless|honor|hp|htc|huawei|ia32|intel|ios|ipad|ipados|iphone|ipod|java|javascript|js|kotlin|lenovo|lg|linux|mac
macbook|macintosh|macos|meizu|microsoft|mobilesafari|motorola|moto|mozilla|node|nodejs|nokia|nvidia|oneplus|opera
oppo|os|osx|pixel|playstation|qualcomm|quest|react|realme|redmi|rn|safari|samsung|silk|sony|surface|swift|tecno
tizen|twilio|ubuntu|ucbrowser|unity|vivo|webkit|webview|win|win32|win64|wkwebview|x11|x64|x86|xbox|xiaomi|yandex|zte
architecture|manufacturer|major|minor|model
`;

/**
 * Product names with what follows them. Their parts may be names ("Max"), but are none there.
 */
export const productNames =
  /\b(?:iphone|ipad|ipod|galaxy|pixel|macbook|imac|redmi|poco|oneplus|xperia|moto|mac|surface|chromebook|echo|nexus|huawei|honor|nokia)(?: (?:\d+[a-z]{0,2}|pro|max|plus|mini|ultra|air|se|x[rs]?|note|tab|fold|flip|touch|lite|go|os|book|studio|duo|nord|view|show|edge|gen|generation|\dth|\dnd|\drd|[a-z]\d+[a-z]?))+(?![a-z0-9])/g;

/** Words of Twilio's values that are names too. */
const names = new Set(['max']);

const all = once(() => {
  const values = [...enumValues, ...reasonTexts].flatMap((text) => text.split(/[ _]/));
  return new Set([...words.split(/[|\s]+/), ...values].filter((word) => !names.has(word)));
});

/** Shorter numbers occur everywhere. */
const minNumberLength = 5;
/** With a separator between them ("192.168.1.17", "+1 555 010 4477"), so many digits are no version. */
const minDigits = 7;
const number = /^\d+$/;
/** Twilio's error codes. */
const errorCode = /^(?:20|53)\d{3}$/;

/** Whether a word of a comparable text is known: it belongs to the text, and names no person. */
export function isKnownWord(word: string): boolean {
  return all().has(word);
}

/**
 * Whether a name consists of known words, short numbers and single letters: "12", "a", "room", "iPhone 12",
 * "guest 1". It would be found in texts in which it means something else, and says nothing of a person.
 */
export function isCommonName(comparable: string): boolean {
  const digits = comparable.replaceAll(/\D/g, '').length;
  return digits < minDigits && comparable.split(' ').every(isCommonWord);
}

function isCommonWord(word: string): boolean {
  if (number.test(word)) return word.length < minNumberLength || errorCode.test(word);
  return /^[a-z]$/.test(word) || isKnownWord(word);
}
