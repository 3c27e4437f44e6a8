import { boot } from '../shared/startPage.tsx';
import { OverviewPage } from './page.tsx';

boot(OverviewPage);
