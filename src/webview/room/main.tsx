import { boot } from '../shared/startPage.tsx';
import { Page } from './page.tsx';

boot(Page);
