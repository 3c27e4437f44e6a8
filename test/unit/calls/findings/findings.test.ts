import assert from 'node:assert/strict';
import { aboutRoom, type RuleId } from '../../../../src/calls/findings/common/finding.ts';
import { rules } from '../../../../src/calls/findings/findings.ts';
import { at, failed, finding, findings, over, stay } from '../calls.ts';
import { dropCases } from './dropCases.ts';
import { knownFaultCases } from './knownFaultCases.ts';
import { recordCases } from './recordCases.ts';
import { type RuleCases, together } from './ruleCases.ts';
import { stayCases } from './stayCases.ts';

const cases: RuleCases = { ...dropCases, ...knownFaultCases, ...recordCases, ...stayCases };

describe('Findings', () => {
  for (const [rule, { speaks, silent }] of Object.entries(cases) as [RuleId, (typeof cases)[RuleId]][]) {
    for (const { when, room = over, people } of speaks) {
      it(`${rule} speaks: ${when}`, () => {
        const found = finding(rule, room, ...people());
        assert.ok(found);
        assert.match(found.title, /[^.]$/);
        assert.ok(found.meaning && found.check);
        const shown = new Set(found.evidence.map(({ name }) => name));
        const [one = '', two = one] = shown;
        if (shown.size > 2 || shown.size === 0) return;
        const said = found.title.includes(one) && found.title.includes(two);
        assert.equal(said, !aboutRoom.has(rule), `${found.title}: ${[...shown]}`);
      });
    }
    for (const { when, room = over, people } of silent) {
      it(`${rule} is silent: ${when}`, () => assert.equal(finding(rule, room, ...people()), undefined));
    }
  }

  it('has cases for every rule', () =>
    assert.deepEqual(Object.keys(cases).sort(), Object.keys(rules).sort()));

  it('are none in a quiet room', () => assert.deepEqual(findings(over, ...together()), []));

  it('come worst first, those of most participants before others', () => {
    const found = findings(
      { ...over, processing_state: 'in_progress' },
      stay('A', at(1), at(9), failed(53405)),
      stay('B', at(1), at(12), failed(53001)),
      stay('C', at(1), at(16), failed(53001)),
      stay('D', at(1), at(20), failed(53002)),
      stay('D', at(21), at(29)),
    );
    assert.deepEqual(
      found.map(({ severity, rule, code }) => [severity, rule, code]),
      [
        ['error', 'error-code', 53001],
        ['error', 'error-code', 53405],
        ['warning', 'error-code', 53002],
        ['info', 'processing', undefined],
      ],
    );
  });

  it('show whom they are about, when, and where to read on', () => {
    const bob = stay('Bob', at(2), at(14), failed(53405, { error_code_url: 'javascript:alert(1)' }));
    const found = finding('error-code', over, stay('Alice', at(1), at(40)), bob);
    assert.deepEqual(found?.evidence, [
      { participant: bob.participant_sid, lane: 'identity:Bob', name: 'Bob', time: at(14) },
    ]);
    assert.equal(found?.title, 'Bob dropped with 53405, media connection failed');
    assert.equal(found?.link, 'https://www.twilio.com/docs/api/errors/53405');
  });
});
