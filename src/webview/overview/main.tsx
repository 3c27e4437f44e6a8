import '../shared/page/page.css'; // Elements first: the sheets of components refine them.

import { Disconnected } from '../shared/components/disconnected.tsx';
import { startPage } from '../shared/page/startPage.tsx';
import { OverviewPage } from './page.tsx';

startPage(OverviewPage, Disconnected);
