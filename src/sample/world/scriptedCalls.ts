import type { ScriptedCall } from './scriptedCall.ts';

const ashburn = ['us1', 'ashburn'] as const;
const dublin = ['ie1', 'dublin'] as const;
const frankfurt = ['de1', 'frankfurt'] as const;

const west = { edge_location: 'umatilla' };
const removed = { end_reason: 'disconnected_via_api' };
const inProgress = { status: 'in_progress', ...removed };
const h264 = { codecs: ['H264', 'opus'] };
/** Telephone calls come in through us1, wherever the room is. */
const telephone = {
  media_region: 'us1',
  edge_location: 'ashburn',
  codecs: [],
  call_sid: 'CA5a0d7e41c2b94f6683ad10927be5f86c',
};
/** Of a participant whose token was refused, Twilio knows little more than the identity. */
const refusedToken = {
  join_time: null,
  leave_time: null,
  duration_sec: null,
  codecs: [],
  media_region: null,
  edge_location: null,
  properties: null,
};
const visitor = (role: string, name: string) => JSON.stringify({ tenant: 'riverside-health', role, name });

/** The scripted calls, the newest first. */
export const scriptedCalls: readonly ScriptedCall[] = [
  {
    name: 'tutoring-2231 (reloads)',
    type: 'group',
    region: ashburn,
    stays: [
      ['tutor-noor', '0:04', '98:20', 'chrome'],
      ['pupil-31', '1:10', '21:43', 'chrome', 53205],
      ['pupil-31', '21:42', '51:30', 'chrome', 53205],
      ['pupil-31', '51:29', '82:05', 'chrome', 53205],
      ['pupil-31', '82:04', '98:12', 'chrome'],
    ],
  },
  {
    name: 'design-critique-8 (two windows)',
    type: 'group',
    region: dublin,
    stays: [
      ['ines@example.org', '0:02', '26:09', 'iphone'],
      ['rafael@example.org', '0:07', '4:11', 'chrome', 53205],
      ['rafael@example.org', '4:10', '4:13', 'firefox', 53205],
      ['rafael@example.org', '4:12', '4:15', 'chrome', 53205],
      ['rafael@example.org', '4:14', '4:18', 'firefox', 53205],
      ['rafael@example.org', '4:17', '4:20', 'chrome', 53205],
      ['rafael@example.org', '4:19', '4:22', 'firefox', 53205],
      ['rafael@example.org', '4:21', '26:04', 'chrome'],
    ],
  },
  {
    name: 'ward-monitor-3 (renewed)',
    type: 'group',
    region: frankfurt,
    stays: [
      ['bed-14', '0:08', '235:08', 'chrome', 53205],
      ['bed-14', '235:07', '281:40', 'chrome'],
      ['nurse-desk', '1:31', '236:31', 'chrome', 53205],
      ['nurse-desk', '236:30', '281:52', 'chrome'],
    ],
  },
  {
    name: 'sales-demo-640 (all at once)',
    type: 'group',
    region: ashburn,
    stays: [
      ['Priya', '0:10', '41:07', 'chrome', 53001],
      ['Dennis', '0:31', '41:07', 'edge', 53001, west],
      ['Yusuf', '1:12', '41:07', 'firefox', 53001],
      ['Marta', '1:40', '41:07', 'chrome', 53001, west],
      ['Kofi', '2:13', '41:07', 'android', 53001],
      ['Ellen', '2:50', '41:08', 'chrome', 53001, west],
      ['Tomás', '4:16', '41:08', 'iphone', 53001],
      ['Hana', '41:01', '41:08', 'chrome', 53001, west],
      ['Priya', '41:19', '58:40', 'chrome'],
      ['Dennis', '41:26', '58:41', 'edge', 0, west],
      ['Yusuf', '41:35', '58:44', 'firefox'],
      ['Marta', '41:43', '58:40', 'chrome', 0, west],
      ['Kofi', '42:02', '58:47', 'android'],
    ],
  },
  {
    name: 'visit-4417 (one lost connection)',
    type: 'peer_to_peer',
    region: dublin,
    stays: [
      ['dr.keane', '0:03', '12:14', 'chrome', 53405],
      ['patient-4417', '0:52', '12:15', 'android', 53001],
    ],
  },
  {
    name: 'quick-call-77 (seat held)',
    type: 'go',
    region: ashburn,
    stays: [
      ['host-77', '0:02', '31:10', 'chrome'],
      ['guest-5d02', '0:41', '16:03', 'firefox', 53002],
      ['guest-c9e8', '7:29', '7:29', 'android', 53105],
      ['guest-c9e8', '8:40', '8:40', 'android', 53105],
      ['guest-c9e8', '16:31', '31:08', 'android'],
    ],
  },
  {
    name: 'support-30518 (caller hangs up)',
    type: 'group',
    region: frankfurt,
    endedViaApi: true,
    stays: [
      ['agent-12', '0:08', '21:15', 'chrome', 53118],
      ['interpreter-4', '0:55', '21:15', 'firefox', 53118],
      ['+14155550142', '4:59', '21:12', 'telephone', 0, telephone],
    ],
  },
  {
    name: 'claims-5521 (error got over)',
    type: 'group',
    region: dublin,
    stays: [
      ['adjuster-9', '0:01', '25:23', 'chrome', 0, removed],
      ['holder-5521', '0:12', '25:22', 'iphone', 53001, removed],
    ],
  },
  {
    name: 'device-check-19 (listed as in progress)',
    type: 'go',
    region: ashburn,
    stays: [
      ['agent-laptop', '0:01', '3:01', 'chrome', 0, inProgress],
      ['agent-phone', '0:06', '3:04', 'android', 0, inProgress],
    ],
    fields: { room_status: 'in_progress' },
  },
  {
    name: 'night-watch-2 (four hours)',
    type: 'group',
    region: frankfurt,
    stays: [
      ['warden', '0:10', '240:10', 'chrome', 53002],
      ['gate-east', '0:31', '240:31', 'android', 53002],
      ['gate-west', '7:02', '247:02', 'firefox', 53002],
    ],
  },
  {
    name: 'group-visit-112 (JSON identities)',
    type: 'group',
    region: dublin,
    stays: [
      [visitor('physician', 'Dr. Sample'), '0:02', '31:00', 'chrome'],
      [visitor('patient', 'Ida'), '1:00', '12:20', 'android', 53405],
      [visitor('patient', 'Leo'), '2:10', '20:41', 'iphone', 53001],
    ],
  },
  {
    name: 'interview-4020 (token refused)',
    type: 'group',
    region: ashburn,
    stays: [
      ['interviewer-7', '0:02', '14:40', 'chrome'],
      ['candidate-88', '2:00', '2:00', 'firefox', 20157, refusedToken],
    ],
  },
  {
    name: 'advice-3317 (Edge fails)',
    type: 'group',
    region: frankfurt,
    stays: [
      ['advisor-3', '0:05', '36:20', 'chrome'],
      ['customer-902', '2:10', '2:25', 'edge', 53405],
      ['customer-902', '3:05', '3:21', 'edge', 53405],
      ['customer-902', '4:30', '4:45', 'edge', 53405],
      ['customer-902', '6:02', '6:18', 'edge', 53405],
      ['customer-902', '8:40', '36:15', 'chrome'],
    ],
  },
  {
    name: 'site-survey-6 (VP8 and H264)',
    type: 'group',
    region: dublin,
    stays: [
      ['office', '0:02', '21:44', 'chrome'],
      ['engineer', '0:30', '21:40', 'android', 0, h264],
      ['surveyor', '1:12', '21:41', 'iphone'],
    ],
  },
];
