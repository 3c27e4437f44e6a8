import { startPage } from '../shared/startPage.tsx';
import { Page } from './page.tsx';

startPage(Page);
