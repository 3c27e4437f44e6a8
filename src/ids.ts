/** Every id that the manifest knows, once. A test compares them with package.json. */

export const extensionId = 'video-rooms.video-rooms-for-twilio';

export const commands = {
  signIn: 'videoRooms.signIn',
  signOut: 'videoRooms.signOut',
  exploreSample: 'videoRooms.exploreSample',
  refresh: 'videoRooms.refresh',
  refreshRoom: 'videoRooms.refreshRoom',
  loadMore: 'videoRooms.loadMore',
  cancel: 'videoRooms.cancel',
  openRoom: 'videoRooms.openRoom',
  openRoomToSide: 'videoRooms.openRoomToSide',
  openRoomBySid: 'videoRooms.openRoomBySid',
  openRoomJson: 'videoRooms.openRoomJson',
  compareRooms: 'videoRooms.compareRooms',
  copyRoomJson: 'videoRooms.copyRoomJson',
  copyRoomSid: 'videoRooms.copyRoomSid',
  setWindow: 'videoRooms.setWindow',
  showLog: 'videoRooms.showLog',
} as const;

export const views = { rooms: 'videoRooms.rooms' } as const;

/** The room panel's view type. */
export const roomPanel = 'videoRooms.room';

/** View type of the panel that compares two rooms or two participants. */
export const comparePanel = 'videoRooms.compare';

/** Scheme of the read-only documents, `video-room:/<room sid>.json`. */
export const documentScheme = 'video-room';

export const settings = {
  apiBaseUrl: 'videoRooms.apiBaseUrl',
  window: 'videoRooms.window',
  times: 'videoRooms.times',
  maxConcurrentRequests: 'videoRooms.maxConcurrentRequests',
} as const;

/** Keys for `when` clauses. */
export const contexts = {
  /** `signedOut`, `loading`, `empty`, `cancelled`, `failed` or `loaded`. */
  state: 'videoRooms.state',
  signedIn: 'videoRooms.signedIn',
  loading: 'videoRooms.loading',
  /** The window holds more rooms than are loaded. */
  more: 'videoRooms.more',
} as const;

/** `contextValue` of tree items, for menus. */
export const items = { room: 'room', participant: 'participant', failure: 'failure' } as const;
