/** Roles that a board never had before, where somebody would answer. */
import { Link } from '@tanstack/react-router';
import type { NewRolesAtCompany } from '../api/shapes.js';
import { Group, Row } from '../look/list.js';
import { paths } from '../paths.js';
import { Day } from '../time/day.js';
import { webAddress } from '../vacancy/web-address.policy.js';
import { type Keep, type Listed, nameOf } from './listed.js';
import { More } from './more.js';
import { moreRoles, NEW_ROLES, NEW_SINCE, NO_NEW_ROLES, rolesAt, youKnow } from './radar.words.js';
import styles from './radar.module.css';

export function NewRoles({ list, keep }: { list: Listed<{ data: NewRolesAtCompany[] }>; keep: Keep }) {
  const companies = keep(
    nameOf('new roles', list),
    list.data.pages.flatMap(({ data }) => data),
    ({ company }) => company.id,
  );
  return (
    <div className={styles.group}>
      <Group heading={NEW_ROLES}>
        {companies.map((at) => (
          <Company key={at.company.id} at={at} />
        ))}
        {companies.length === 0 ? <li className={styles.none}>{NO_NEW_ROLES}</li> : null}
      </Group>
      <More of={NEW_ROLES} list={list} />
    </div>
  );
}

function Company({ at: { company, contacts, roles, total } }: { at: NewRolesAtCompany }) {
  const [newest] = roles;
  return (
    <Row
      title={rolesAt(total, company.name)}
      reason={
        <>
          <p>{youKnow(contacts.map(({ name }) => name))}</p>
          <ul className={styles.roles}>
            {roles.map(({ boardId, postingId, title, url, locations }) => (
              <li key={`${boardId} ${postingId}`}>
                <Ad title={title} url={webAddress(url)} />
                {locations.length === 0 ? null : <bdi> · {locations.join(', ')}</bdi>}
              </li>
            ))}
            {newest !== undefined && total > roles.length ? (
              <li>
                <Link to={paths.board(newest.boardId)}>{moreRoles(total - roles.length)}</Link>
              </li>
            ) : null}
          </ul>
        </>
      }
      times={
        newest === undefined ? null : (
          <span className={styles.quiet}>
            {NEW_SINCE} <Day at={newest.newSince} />
          </span>
        )
      }
    />
  );
}

function Ad({ title, url }: { title: string; url: string | null }) {
  if (url === null) return <bdi>{title}</bdi>;
  return (
    <a href={url} rel="noreferrer" target="_blank">
      <bdi>{title}</bdi>
    </a>
  );
}
