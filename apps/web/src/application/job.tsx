/** The job itself: where, on which page, and what they asked for. */
import type { Application } from '../api/shapes.js';
import { Words } from '../look/said.js';
import { THEIR_PAGE, VACANCY } from './application.words.js';
import { JobOnRadar } from './job-on-radar.js';
import { Side } from './side.js';

type Shown = Pick<Application, 'vacancyId' | 'title' | 'companyName' | 'location' | 'url' | 'requirements'>;

export function Job({ vacancyId, title, companyName, location, url, requirements }: Shown) {
  return (
    <Side heading={VACANCY}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{companyName}</p>
      {location === null ? null : <p>{location}</p>}
      {url === null ? null : (
        <p>
          <a href={url} rel="noreferrer" target="_blank">
            {THEIR_PAGE}
          </a>
        </p>
      )}
      <JobOnRadar vacancyId={vacancyId} />
      {requirements === null ? null : <Words>{requirements}</Words>}
    </Side>
  );
}
