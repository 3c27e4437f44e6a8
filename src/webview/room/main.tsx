import { boot } from './boot.tsx';
import { Page } from './page.tsx';

boot(Page);
