import { boot } from '../shared/startPage.tsx';
import { OverviewPage } from './page.tsx';

import '../shared/page.css';
import './page.css';

boot(OverviewPage);
