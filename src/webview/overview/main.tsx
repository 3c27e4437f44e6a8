import { startPage } from '../shared/startPage.tsx';
import { OverviewPage } from './page.tsx';

startPage(OverviewPage);
