import '../shared/page/page.css'; // Elements first: the sheets of components refine them.

import { startPage } from '../shared/page/startPage.tsx';
import { OverviewPage } from './page.tsx';

startPage(OverviewPage);
