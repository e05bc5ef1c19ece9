import type { AuditId } from '../../../moderation/rows.ts';
import type { QueueKind } from '../queue/kinds.ts';
import { itemHref } from '../queue/queue-line.ts';

/** The address of an audit; with `kind`, in a round of that kind alone. */
export const auditHref = (id: AuditId, kind?: QueueKind) =>
  itemHref({ kind: 'audit', subject_id: id }, kind);
