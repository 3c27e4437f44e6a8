export const sid = `RM${'a'.repeat(32)}` as const;
/** A room in progress as the Video API sends it. */
export const sent = {
  sid,
  account_sid: 'AC1',
  unique_name: 'Daily',
  status: 'in-progress',
  date_created: '2026-11-20T10:00:00Z',
  end_time: null,
  duration: null,
  type: 'group-small',
  max_participants: 4,
  video_codecs: ['VP8', 'H264'],
  media_region: 'ie1',
  record_participants_on_connect: true,
  empty_room_timeout: 5,
  url: 'https://video.twilio.com/v1/Rooms/RM',
  links: { participants: 'x' },
};
