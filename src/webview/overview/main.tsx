import '../shared/page.css'; // Elements first: the sheets of components refine them.

import { boot } from '../shared/startPage.tsx';
import { OverviewPage } from './page.tsx';

boot(OverviewPage);
