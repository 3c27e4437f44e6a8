import { eventually } from './steps/eventually.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { pressViewButton } from './steps/tree.ts';

describe('a window that is left', () => {
  let silent = false;
  const stage = useStage({ shared: 'takes', api: { intercept: () => silent } });

  it('ends what is under way and leaves no connection', async () => {
    const { page } = stage;
    await signIn(page);
    silent = true;
    await pressViewButton(page, 'Refresh');
    await eventually(() => stage.api.inFlight > 0, 'the list is asked for and not answered');
    await page.goto('about:blank');
    await eventually(() => stage.api.inFlight + stage.api.connections === 0, 'every connection is closed');
  });
});
