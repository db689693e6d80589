/** What lies over a screen comes when it is wanted. */
export const fetchNo = () => import('../rejection/rejection.sheet.js');
export const fetchAdd = () => import('../adding/add.sheet.js');
export const fetchKeys = () => import('./keys/keys.sheet.js');
export const fetchPalette = () => import('./palette/palette.sheet.js');
