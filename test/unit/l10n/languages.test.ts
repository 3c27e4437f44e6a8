import assert from 'node:assert/strict';
import { t } from '@vscode/l10n';
import { errorInText } from '../../../src/calls/findings/common/nameText.ts';
import { findingsOf } from '../../../src/calls/findings/findings.ts';
import { summarizeCall } from '../../../src/calls/summary/summarizeCall.ts';
import { roomReport } from '../../../src/export/report/roomReport.ts';
import { pageState } from '../../../src/pages/room/roomPage.ts';
import { parseLimits } from '../../../src/rooms/filter/presets.ts';
import { parseTimeRange } from '../../../src/rooms/window/parseTimeRange.ts';
import { roomHeadline } from '../../../src/text/roomText.ts';
import { callOf } from '../../callOf.ts';
import { bundleFile, type Language, languages, readTextsFile } from '../../l10n/bundles.ts';
import { at, call, failed, over, stay } from '../calls/calls.ts';
import { formatOf, inLanguage, isWhole, marking, sampleCalls, textsOf, withBundle } from './sentences.ts';

const rooms = 60;

describe('What happened, in another language', () => {
  /** Bob drops, comes back after 12 seconds; Carol comes when the room is over. */
  const tell = (language: Language) =>
    inLanguage(language, (format) => {
      const analysis = call(over, [
        stay('Alice', at(0), at(42)),
        stay('Bob', at(0), at(14), failed(53405)),
        stay('Bob', at(14, 12), at(42)),
        stay('Carol', at(50), at(50), failed(53118)),
      ]);
      return summarizeCall(analysis, findingsOf(analysis, format), format);
    });

  const stories: Readonly<Record<Language, string>> = {
    de: '2 Personen, 42 Min. Gesprächsdauer. Die Verbindung von Bob brach um 10:14 mit 53405 (Medienverbindung fehlgeschlagen) ab; nach 12 Sek. war Bob wieder da. Carol konnte um 10:50 nicht beitreten: 53118 (Raum abgeschlossen).',
    es: '2 personas, llamada de 42 min. La conexión de Bob se cortó a las 10:14 con 53405 (falló la conexión de medios); volvió después de 12 s. Carol no pudo unirse a las 10:50: 53118 (sala completada).',
    ja: '2 人、通話時間は 42 分です。Bob の接続が 10:14 に 53405「メディア接続の失敗」で切れ、12 秒後に戻りました。Carol は 10:50 に参加できませんでした: 53118「ルームの終了」。',
    'pt-br':
      '2 pessoas, chamada de 42 min. A conexão de Bob caiu às 10:14 com 53405 (falha na conexão de mídia) e voltou após 12 s. Carol não conseguiu ingressar às 10:50: 53118 (sala concluída).',
  };
  it('names a reason in German without a case, because it stands after “mit” and after a colon', () => {
    assert.equal(
      inLanguage('de', () => errorInText(undefined, 'gate_closed')),
      'Grund „gate closed“',
    );
  });

  it('quotes as Japanese does', () => {
    const texts = Object.values(readTextsFile(bundleFile('ja')));
    assert.deepEqual(
      texts.filter((text) => /[“”]/.test(text)),
      [],
    );
  });

  for (const [language, story] of Object.entries(stories) as [Language, string][]) {
    it(`is told in ${language}`, () => assert.equal(tell(language), story));
  }

  it('is told in whole sentences, none put together from pieces or left in English', () => {
    const format = formatOf('en');
    const texts = withBundle(marking, () =>
      sampleCalls(rooms).flatMap((sample) => [...textsOf(sample, format), roomHeadline(sample.room, format)]),
    );
    assert.ok(texts.length > 3 * rooms);
    assert.deepEqual(
      texts.filter((text) => text !== '' && !isWhole(text)),
      [],
    );
  });

  it('would be found if it were put together from pieces', () => {
    assert.equal(isWhole('⟦Alice ⟦left⟧.⟧'), true);
    for (const text of ['⟦Alice⟧ left', '⟦Alice⟧ ⟦left⟧', 'Alice left', '⟦Alice⟧.']) {
      assert.equal(isWhole(text), false, text);
    }
  });
});

for (const language of languages) {
  describe(`In ${language}`, () => {
    it('every text can be said, with every value in its place', () => {
      const bundle = readTextsFile(bundleFile(language));
      const values = ['⟨a⟩', '⟨b⟩', '⟨c⟩', '⟨d⟩', '⟨e⟩', '⟨f⟩'];
      withBundle(bundle, () => {
        for (const [key, text] of Object.entries(bundle)) {
          const places = [...new Set(text.match(/\{\d\}/g))];
          const said = t(key, ...values);
          assert.doesNotMatch(said, /\{\d\}/, key);
          for (const place of places) assert.ok(said.includes(values[Number(place[1])] ?? '?'), key);
        }
      });
    });

    it('pages and reports of the sample rooms have no gaps', function () {
      this.timeout(30_000); // A room of 1,000 is among them.
      inLanguage(language, (format) => {
        for (const { room, participantsState } of sampleCalls(rooms)) {
          const [first] = participantsState.participants;
          const call = callOf(room, participantsState, format);
          const facts = { room, participantsState, call, loading: false, signedIn: true, chosen: first?.key };
          const page = JSON.stringify(pageState(facts, format));
          const report = roomReport(
            { room, participants: participantsState.participants },
            { names: false },
            format,
          );
          for (const text of [page, report]) assert.doesNotMatch(text, /\{\d\}|undefined|NaN/);
        }
      });
    });

    it('what a report says for machines stays as it is', () => {
      const [sample] = sampleCalls(12)
        .filter(({ room }) => !room.live)
        .toReversed();
      assert.ok(sample);
      const given = { room: sample.room, participants: sample.participantsState.participants };
      const parts = (text: string) =>
        (text.match(/\b(?:RM|PA|AC)[0-9a-f]{32}\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []).sort();
      const english = parts(roomReport(given, { names: false }, formatOf('en')));
      assert.ok(english.length > 5);
      inLanguage(language, (format) => {
        assert.deepEqual(parts(roomReport(given, { names: false }, format)), english);
      });
    });

    it('the ranges of time and limits that are given as examples can be typed', () => {
      inLanguage(language, (format) => {
        const howTo = parseTimeRange('?', format);
        const ranges = 'problem' in howTo ? quoted(howTo.problem) : [];
        assert.equal(ranges.length, 4);
        for (const range of ranges) {
          // The date among them is another year's here.
          const read = parseTimeRange(range.replaceAll('2026-11-20', '2026-10-12'), format);
          assert.ok(!('problem' in read), range);
        }
        const durations = quoted(
          t('For example “> 10 min”, “< 30 s”, “5–15 min”, “2 h+”. Empty for any duration.'),
        );
        assert.equal(durations.length, 4);
        for (const limit of durations) assert.ok(parseLimits(limit, 'duration'), limit);
      });
    });
  });
}

/** What stands in quotation marks, of any language. */
function quoted(text: string): string[] {
  return [...text.matchAll(/[“„「]([^”“」]+)[”“」]/g)].map(([, inside]) => inside ?? '');
}

describe('Numbers and lists in the language of the texts', () => {
  const said: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
    de: { 0: '0 Räume', 1: '1 Raum', 2: '2 Räume', 1204: '1.204 Räume', 1000000: '1.000.000 Räume' },
    es: { 0: '0 salas', 1: '1 sala', 2: '2 salas', 12040: '12.040 salas', 1000000: '1.000.000 de salas' },
    ja: {
      0: 'ルーム 0 件',
      1: 'ルーム 1 件',
      1204: 'ルーム 1,204 件',
      1000000: 'ルーム 1,000,000 件',
    },
    'pt-br': {
      0: '0 sala',
      1: '1 sala',
      2: '2 salas',
      1204: '1.204 salas',
      1000000: '1.000.000 de salas',
    },
  };
  for (const language of languages) {
    it(`counts rooms in ${language}`, () => {
      inLanguage(language, (format) => {
        for (const [count, words] of Object.entries(said[language]))
          assert.equal(format.rooms(Number(count)), words);
      });
    });
  }

  it('gives a share of rooms the form that follows "of"', () => {
    inLanguage('de', (format) => assert.equal(format.roomsOf(3, 1204), '3 von 1.204 Räumen'));
    inLanguage('pt-br', (format) => assert.equal(format.roomsOf(1, 2_000_000), '1 de 2.000.000 de salas'));
  });

  it('writes durations, shares and lists as the language does', () => {
    inLanguage('de', (format) => {
      assert.equal(format.duration(3_900), '1 Std. 5 Min.');
      assert.equal(format.percent(0.42), '42\u00a0%');
      assert.equal(format.list(['a', 'b', 'c']), 'a, b und c');
    });
    inLanguage('ja', (format) => {
      assert.equal(format.duration(3_900), '1 時間 5 分');
      assert.equal(format.list(['a', 'b', 'c']), 'a、b、c');
    });
  });
});
