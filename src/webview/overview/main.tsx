import '../shared/page.css'; // Elements first: the sheets of components refine them.

import { startPage } from '../shared/startPage.tsx';
import { OverviewPage } from './page.tsx';

startPage(OverviewPage);
