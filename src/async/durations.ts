/** Durations in milliseconds. A day has 24 hours here: days of a calendar are in `rooms/window/calendar.ts`. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
