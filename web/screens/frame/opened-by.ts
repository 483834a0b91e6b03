import type { Verb } from '../../../src/registry/may.ts';
import { sections } from '../administration/sections.ts';

/** Pages that are there for a deed alone, by their route; whoever comes by an address and may not do it is told so. */
const deeds: Readonly<Record<string, readonly Verb[]>> = {
  '/chi-tieu/danh-muc/moi': ['changeIndicators'],
  '/theo-doi/ra-soat': ['compareAgencies'],
  '/don-vi/xep-hang': ['compareAgencies'],
  '/don-vi/sap-xep/moi': ['reorganise'],
  '/don-vi/sap-xep/$id/sua': ['reorganise'],
  '/lanh-dao-theo-doi': ['follow'],
  '/nhap-so-lieu': ['importFigures'],
  '/soan-ke-hoach': ['makeDocuments'],
  '/soan-ke-hoach/$id': ['makeDocuments'],
  '/quan-tri/ra-soat/$id': ['manageUsers'],
  '/van-ban/$id/ra-soat': ['readReview'],
};

/** One of these a person must be allowed to do to see the page; undefined: everybody sees it. */
export const openedBy = (routeId: string): readonly Verb[] | undefined =>
  sections.find(({ to }) => to === routeId)?.verbs ?? deeds[routeId];
