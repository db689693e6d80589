/** The contact was replaced, or their address became another, while a letter waited or after it went. */
import { moveToContact } from './acts-on-applications.js';
import { contactAt, setAddress, setOptOut } from './acts-on-contacts.js';
import { say } from './acts-on-follow-ups.js';
import { before354, contactOf, type Course, letterOf, quiet, sent, turnedDown } from './known-courses.js';

export const COURSES_OF_CONTACTS: Record<string, Course> = {
  'a dead address, and another, and the dead one again': async (world) => {
    world.mail.ends = 'noSuchMailbox';
    const contact = contactOf(world, await turnedDown(world));
    await sent(world);
    world.mail.ends = null;
    await setAddress(world, contact, '8@example.net');
    await setAddress(world, contact, '0@example.com');
    await turnedDown(world);
  },
  'another contact at the 354': async (world) => {
    const application = await turnedDown(world);
    await before354(world, () => moveToContact(world, application, 2));
  },
  'another address at the 354, and everybody knows': async (world) => {
    const application = await turnedDown(world);
    await before354(world, () => setAddress(world, contactOf(world, application), '8@example.net'), true);
  },
  'cancelled by hand, and another contact': async (world) => {
    const application = await turnedDown(world);
    await say(world, await letterOf(world, application), 'cancel');
    await moveToContact(world, application, 2);
  },
  'held by hand, and another contact': async (world) => {
    const application = await turnedDown(world);
    await say(world, await letterOf(world, application), 'hold');
    await moveToContact(world, application, 2);
  },
  'another contact, and the former one again': async (world) => {
    const application = await turnedDown(world, { isByMail: true });
    await moveToContact(world, application, 2);
    await quiet(world);
    await moveToContact(world, application, 1);
  },
  'another contact than the one who refused by mail': async (world) => {
    const application = await turnedDown(world, { isByMail: true });
    await moveToContact(world, application, 2);
  },
  'an address where nobody reads': async (world) => {
    const { name } = (await contactAt(world, 11))!;
    if (name === 'Hiring Team') await turnedDown(world, {}, 11);
  },
  'another contact than the one who refused by mail, and a yes': async (world) => {
    const application = await turnedDown(world, { isByMail: true });
    await moveToContact(world, application, 2);
    await quiet(world);
    await say(world, await letterOf(world, application), 'approve');
  },
  'another contact, and the day of their draft comes': async (world) => {
    await moveToContact(world, await turnedDown(world), 2);
    await quiet(world);
    await sent(world);
  },
  'written to, and then another contact': async (world) => {
    const application = await turnedDown(world);
    await sent(world);
    await moveToContact(world, application, 2);
  },
  'written to at an address that somebody else has by now': async (world) => {
    const written = contactOf(world, await turnedDown(world));
    await sent(world);
    const address = written.email;
    await setAddress(world, written, '8@example.net');
    await setAddress(world, (await contactAt(world, 4))!, address);
    await turnedDown(world, {}, 4);
  },
  'who had their address before opts out, and takes it back': async (world) => {
    const former = (await contactAt(world, 4))!;
    const address = former.email;
    await setAddress(world, former, '8@example.net');
    const contact = contactOf(world, await turnedDown(world));
    await setAddress(world, contact, address);
    await setOptOut(world, former, true);
    await quiet(world);
    await setOptOut(world, former, false);
    await sent(world);
  },
};
