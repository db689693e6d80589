import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { at } from '../../application/application.words.js';
import { buttonLook } from '../../look/button.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { paths } from '../../paths.js';
import { SettingsRoom } from '../settings-room.js';
import { RemovedGroup } from './removed-group.js';
import { type Removed, removedOf } from './removed.policy.js';
import {
  removedApplicationsQuery,
  removedCompaniesQuery,
  removedPeopleQuery,
  useBroughtBack,
} from './removed.queries.js';
import { broughtBack, NONE, NONE_WAY_ON, OPENING, TO_IT } from './removed.words.js';
import styles from '../settings.module.css';

export default function RemovedScreen() {
  const { data: applications } = useSuspenseQuery(removedApplicationsQuery);
  const { data: people } = useSuspenseQuery(removedPeopleQuery);
  const { data: companies } = useSuspenseQuery(removedCompaniesQuery);
  const focus = useKeptFocus();
  const [last, setLast] = useState<Removed | null>(null);
  const all = [
    removedOf('application', applications, ({ title, companyName }) => at(title, companyName)),
    removedOf('contact', people, ({ name }) => name),
    removedOf('company', companies, ({ name }) => name),
  ];
  const back = useBroughtBack();
  const bring = (what: Removed) => back.mutate(what, { onSuccess: () => setLast(what) });
  const tried = { id: back.variables?.id, isPending: back.isPending, error: back.error };
  const [ofApplications, ofPeople, ofCompanies] = all as [Removed[], Removed[], Removed[]];
  const isNone = all.flat().length === 0;
  return (
    <SettingsRoom part="removed" opening={isNone ? NONE : OPENING}>
      <div className={styles.form} {...focus}>
        {isNone ? <p>{NONE_WAY_ON}</p> : null}
        <p role="status" className={styles.verbs}>
          {last === null ? null : broughtBack(last.name)}
          {last?.kind === 'application' ? (
            <Link to={paths.application(last.id)} {...buttonLook()}>
              {TO_IT}
            </Link>
          ) : null}
        </p>
        <div>
          <RemovedGroup kind="application" removed={ofApplications} tried={tried} onBack={bring} />
          <RemovedGroup kind="contact" removed={ofPeople} tried={tried} onBack={bring} />
          <RemovedGroup kind="company" removed={ofCompanies} tried={tried} onBack={bring} />
        </div>
      </div>
    </SettingsRoom>
  );
}
