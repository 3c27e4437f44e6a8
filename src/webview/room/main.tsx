import { boot } from '../shared/startPage.tsx';
import { Page } from './page.tsx';

import '../shared/page.css';
import './summary/summary.css';
import './timeline/timeline.css';
import './properties/details.css';
import './compare.css';

boot(Page);
