/** The page for people of a board whose feed may be switched off. */
import { escaped, type Shape } from './board-shapes.js';

export const PERSONIO_PAGE: Shape = {
  type: 'text/html; charset=utf-8',
  render: (ads, { slug }) => {
    const boxes = ads.map(
      (ad) => `<a class="page_jobBox__x1yz job-box" href="/job/${ad.id}?language=en">
      <h3 class="page_jobTitle__K0ilk">${escaped(ad.title.trim())}</h3>
      <span class="page_jobMetaText__b2cd">${escaped(ad.locations[0] ?? '')}</span>
    </a>`,
    );
    const none = ads.length === 0 ? '<p>There are currently no open positions.</p>' : '';
    return `<!DOCTYPE html><html lang="en"><head><title>Jobs at ${slug}</title></head><body><main>${none}${boxes.join('\n')}</main>
<footer><a href="https://www.personio.com/">Powered by Personio</a></footer></body></html>`;
  },
};
