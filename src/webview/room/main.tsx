import '../shared/page.css'; // Elements first: the sheets of components refine them.

import { boot } from '../shared/startPage.tsx';
import { Page } from './page.tsx';

import './summary/summary.css';
import './timeline/timeline.css';
import './properties/details.css';
import './compare.css';

boot(Page);
