/** Every id of the manifest, written once. A test compares them with package.json. */

export const extensionId = 'video-rooms.video-rooms-for-twilio';

export const commands = {
  signIn: 'videoRooms.signIn',
  signOut: 'videoRooms.signOut',
  switchAccount: 'videoRooms.switchAccount',
  exploreSample: 'videoRooms.exploreSample',
  refresh: 'videoRooms.refresh',
  /** Refreshes after a failure. */
  retry: 'videoRooms.retry',
  refreshRoom: 'videoRooms.refreshRoom',
  loadMore: 'videoRooms.loadMore',
  cancel: 'videoRooms.cancel',
  openRoom: 'videoRooms.openRoom',
  openRoomToSide: 'videoRooms.openRoomToSide',
  openRoomBySid: 'videoRooms.openRoomBySid',
  watchRoom: 'videoRooms.watchRoom',
  stopWatching: 'videoRooms.stopWatching',
  openRoomJson: 'videoRooms.openRoomJson',
  openRoomJsonWithParticipants: 'videoRooms.openRoomJsonWithParticipants',
  compareRooms: 'videoRooms.compareRooms',
  copyRoomJson: 'videoRooms.copyRoomJson',
  copyRoomSid: 'videoRooms.copyRoomSid',
  copyRoomReport: 'videoRooms.copyRoomReport',
  copyAsCurl: 'videoRooms.copyAsCurl',
  copyLink: 'videoRooms.copyLink',
  saveRoom: 'videoRooms.saveRoom',
  openSavedRoom: 'videoRooms.openSavedRoom',
  exportRooms: 'videoRooms.exportRooms',
  setWindow: 'videoRooms.setWindow',
  filter: 'videoRooms.filter',
  clearFilter: 'videoRooms.clearFilter',
  sortRooms: 'videoRooms.sortRooms',
  openOverview: 'videoRooms.openOverview',
  goToRoom: 'videoRooms.goToRoom',
  findParticipant: 'videoRooms.findParticipant',
  openWalkthrough: 'videoRooms.openWalkthrough',
  showLog: 'videoRooms.showLog',
} as const;

/** Id of a command. */
export type CommandId = (typeof commands)[keyof typeof commands];

export const views = { rooms: 'videoRooms.rooms' } as const;

/** The room panel's view type. */
export const roomPanel = 'videoRooms.room';

/** View type of the panel that compares two rooms or two participants. */
export const comparePanel = 'videoRooms.compare';

/** View type of the overview panel, which counts the loaded rooms. */
export const overviewPanel = 'videoRooms.overview';

/** View type of the editor that shows saved rooms. */
export const savedRoomEditor = 'videoRooms.savedRoom';

/** Scheme of the read-only documents, `video-room:/<room sid>.json`. */
export const documentScheme = 'video-room';

/** Id of the walkthrough within this extension. */
export const walkthrough = 'start';

/** Id of the walkthrough's first step. */
export const walkthroughStep = 'explore';

/** Names of the language model tools, prefixed so that they hide no other extension's tools. */
export const tools = {
  listRooms: 'videoRooms_list_rooms',
  getRoom: 'videoRooms_get_room',
  explainRoom: 'videoRooms_explain_room',
} as const;

export const settings = {
  apiBaseUrl: 'videoRooms.apiBaseUrl',
  window: 'videoRooms.window',
  refreshInterval: 'videoRooms.refreshInterval',
  times: 'videoRooms.times',
  timeZone: 'videoRooms.timeZone',
  links: 'videoRooms.links',
  csvSeparator: 'videoRooms.csvSeparator',
  assistantNames: 'videoRooms.assistantNames',
  maxConcurrentRequests: 'videoRooms.maxConcurrentRequests',
  requestTimeout: 'videoRooms.requestTimeout',
} as const;

/** Keys for `when` clauses. */
export const contexts = {
  /** `signedOut`, `loading`, `empty`, `cancelled`, `failed` or `loaded`. */
  state: 'videoRooms.state',
  signedIn: 'videoRooms.signedIn',
  /** The user is signed in to an account that is not active. */
  otherAccounts: 'videoRooms.otherAccounts',
  /** The active account is a Twilio account, not the sample rooms. */
  ownAccount: 'videoRooms.ownAccount',
  loading: 'videoRooms.loading',
  /** The named time window that is listed; empty for a range of times. */
  window: 'videoRooms.listedWindow',
  /** The last list failed; the rooms of before may be shown. */
  listFailed: 'videoRooms.listFailed',
  /** The time window holds more rooms than are loaded. */
  more: 'videoRooms.more',
  /** A filter leaves out rooms. */
  filtered: 'videoRooms.filtered',
  /** A room in progress is watched. */
  watching: 'videoRooms.watching',
} as const;

/** `contextValue` of tree items, for menus. */
export const items = {
  room: 'room',
  /** Rooms in progress, unwatched and watched; menus match any room with `=~ /^room/`. */
  liveRoom: 'roomLive',
  watchedRoom: 'roomWatched',
  participant: 'participant',
  failure: 'failure',
} as const;

/** Id of the status bar item. */
export const statusItem = 'videoRooms.account';
