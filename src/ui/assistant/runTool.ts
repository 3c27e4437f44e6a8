import {
  CancellationError,
  type CancellationToken,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
} from 'vscode';
import type * as z from 'zod/mini';
import { failureAnswer, switchedAnswer, tooLongAnswer } from '../../assistant/failureAnswer.ts';
import type { RowsText } from '../../assistant/roomAnswer.ts';
import { type Fits, maxCharacters, withRowsThatFit } from '../../assistant/textBudget.ts';
import { readToolInput } from '../../assistant/toolInput.ts';
import { isAbort } from '../../async/isAbort.ts';
import { toAbortSignal } from '../common/toAbortSignal.ts';

type Invoke = LanguageModelTool<unknown>['invoke'];

/**
 * A tool's `invoke` around an answer: reads the input, keeps to the allowed
 * length, and turns failures into words. Only who does not wait any more gets an error.
 */
export function runTool<Schema extends z.ZodMiniObject>(
  schema: Schema,
  answer: (input: z.infer<Schema>, signal: AbortSignal) => Promise<RowsText | string>,
  report: (error: unknown) => void,
): Invoke {
  return async ({ input, tokenizationOptions }, token) => {
    const read = readToolInput(schema, input);
    if ('notUnderstood' in read) return result(read.notUnderstood);
    try {
      const given = await answer(read.input, toAbortSignal(token));
      if (typeof given === 'string') return result(given);
      const fits = fitsInto(tokenizationOptions, token);
      return result((await withRowsThatFit(given.text, given.rows, fits)) ?? tooLongAnswer());
    } catch (error) {
      if (token.isCancellationRequested) throw new CancellationError();
      if (isAbort(error)) return result(switchedAnswer());
      report(error);
      return result(failureAnswer(error));
    }
  };
}

function fitsInto(allowed: Parameters<Invoke>[0]['tokenizationOptions'], token: CancellationToken): Fits {
  return async (text) => {
    if (text.length > maxCharacters) return false;
    return !allowed || (await allowed.countTokens(text, token)) <= allowed.tokenBudget;
  };
}

function result(text: string): LanguageModelToolResult {
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
}
