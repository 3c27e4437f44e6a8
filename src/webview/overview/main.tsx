import { boot } from '../room/boot.tsx';
import { OverviewPage } from './overviewPage.tsx';

boot(OverviewPage);
