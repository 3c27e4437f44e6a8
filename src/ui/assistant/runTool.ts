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
 * Wraps a function that answers as a tool's `invoke`: parses the input, limits the length of the answer, and
 * turns failures into text.
 * @throws CancellationError if the call was cancelled, and nothing else
 */
export function runTool<Schema extends z.ZodMiniObject>(
  schema: Schema,
  answer: (input: z.infer<Schema>, signal: AbortSignal) => Promise<RowsText | string>,
  logError: (error: unknown) => void,
): Invoke {
  return async ({ input, tokenizationOptions }, token) => {
    const read = readToolInput(schema, input);
    if ('problem' in read) return result(read.problem);
    try {
      const answered = await answer(read.input, toAbortSignal(token));
      if (typeof answered === 'string') return result(answered);
      const fits = fitsInto(tokenizationOptions, token);
      return result((await withRowsThatFit(answered.text, answered.rows, fits)) ?? tooLongAnswer());
    } catch (error) {
      if (token.isCancellationRequested) throw new CancellationError();
      if (isAbort(error)) return result(switchedAnswer());
      logError(error);
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
