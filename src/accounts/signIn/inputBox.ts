import { t } from '@vscode/l10n';
import { InputBoxValidationSeverity, QuickInputButtons, window } from 'vscode';

/** One step of a sequence of input boxes. */
export interface Prompt {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly prompt: string;
  readonly placeholder: string;
  readonly password?: boolean;
  readonly value?: string;
  /**
   * The problem with the text, while it is typed (`finished` false) and on Enter; undefined if there is none.
   */
  readonly problem: (typed: string, finished: boolean) => string | undefined;
  /**
   * Runs on Enter while the box is busy. If it resolves to a text, the text is shown as the problem and the
   * box stays open. The signal is aborted when the box closes.
   */
  readonly check?: (typed: string, signal: AbortSignal) => Promise<string | undefined>;
}

/**
 * Shows an input box. Resolves to the trimmed text, to `back`, or to undefined if the user cancelled. Rejects
 * if `check` does.
 */
export function showInputBox(step: Prompt): Promise<{ text: string } | 'back' | undefined> {
  const box = window.createInputBox();
  const closed = new AbortController();
  box.title = step.title;
  box.step = step.step;
  box.totalSteps = step.totalSteps;
  box.prompt = step.prompt;
  box.placeholder = step.placeholder;
  box.password = step.password ?? false;
  box.value = step.value ?? '';
  box.ignoreFocusOut = true; // The SID and the secret are fetched from another window.
  box.buttons = [QuickInputButtons.Back];

  /** The problem with the text; undefined if it is accepted. */
  async function accept(): Promise<string | undefined> {
    const typed = box.value.trim();
    const wrong = step.problem(typed, true);
    if (wrong !== undefined || !step.check) return wrong;
    box.busy = true;
    box.enabled = false;
    box.validationMessage = { message: t('Asking Twilio…'), severity: InputBoxValidationSeverity.Info };
    const answer = await step.check(typed, closed.signal);
    box.busy = false;
    box.enabled = true;
    return answer;
  }

  return new Promise<{ text: string } | 'back' | undefined>((resolve, reject) => {
    box.onDidChangeValue((typed) => {
      box.validationMessage = step.problem(typed, false);
    });
    box.onDidTriggerButton(() => resolve('back'));
    box.onDidHide(() => resolve(undefined));
    box.onDidAccept(async () => {
      try {
        const problem = await accept();
        if (problem === undefined) resolve({ text: box.value.trim() });
        else box.validationMessage = problem;
      } catch (error) {
        reject(error);
      }
    });
    box.show();
  }).finally(() => {
    closed.abort();
    box.dispose();
  });
}
