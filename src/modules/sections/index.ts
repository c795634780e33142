/** Sections: what an agency's own process keeps of persons, by the hub's links, to show its part of them. */
export { forgetCursor, type HubLink, readCursor, type ToldLinks, takeLinks } from './link.store.ts';
export { createSections, type Sections, type SectionsOnDay } from './section.service.ts';
