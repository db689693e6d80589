import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../api/new-key.js';
import { sentenceOf } from '../api/problems.js';
import { buttonLook } from '../look/button.js';
import { Group } from '../look/list.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { paths } from '../paths.js';
import { FileChoice } from './file-choice.js';
import styles from './import.module.css';
import { importsQuery, useJudging, useRecording } from './import.queries.js';
import { FORMER, HEADING, HOW, OPENING, READING, TO_THEM } from './import.words.js';
import { ImportRow } from './import-row.js';
import { JudgedFile } from './judged-file.js';

interface Chosen {
  file: File;
  key: string;
}

export default function ImportScreen() {
  useTitle(HEADING);
  const focus = useKeptFocus();
  const { data: imports } = useSuspenseQuery(importsQuery);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const judging = useJudging();
  const recording = useRecording();
  const choose = (file: File) => {
    setChosen({ file, key: newKey() });
    recording.reset();
    judging.mutate(file);
  };
  const recordIt = ({ file, key }: Chosen) => recording.mutate({ file, key }, { onSuccess: () => setChosen(null) });
  const found = chosen === null ? undefined : judging.data;
  const problem = recording.error ?? (chosen === null ? null : judging.error);
  return (
    <>
      <Opening over={HEADING}>{OPENING}</Opening>
      <p className={styles.lead}>{HOW}</p>
      <FileChoice onFile={choose} isFirst={found === undefined} />
      {judging.isPending ? <p role="status">{READING}</p> : null}
      {problem === null ? null : (
        <p role="alert" className={styles.trouble}>
          {sentenceOf(problem)}
        </p>
      )}
      <div {...focus}>
        {found === undefined || chosen === null ? null : (
          <JudgedFile
            name={chosen.file.name}
            found={found}
            isPending={recording.isPending}
            onRecord={() => recordIt(chosen)}
          />
        )}
      </div>
      {imports.data.length === 0 ? null : (
        <div className={styles.part}>
          <Group heading={FORMER}>
            {imports.data.map((one) => (
              <ImportRow key={one.id} one={one} />
            ))}
          </Group>
          <Link to={paths.applications()} {...buttonLook()}>
            {TO_THEM}
          </Link>
        </div>
      )}
    </>
  );
}
