/** Style sheets: the build puts what a page imports into its one sheet. */
declare module '*.css';
