import type { PlanForm } from '../registry/plan-draft.ts';
import { type ActionPlanFacts, actionPlan, actionPlanValues } from './action-plan.ts';
import { planDocument, planValues } from './plan-document.ts';
import type { Outgoing } from './template-kinds.ts';

/** A plan in the form that it is to have. */
export const planOutgoing = (form: PlanForm, facts: ActionPlanFacts): Outgoing =>
  form === 'assignment'
    ? { kind: 'plan', document: planDocument(facts), own: planValues(facts) }
    : { kind: 'actionPlan', document: actionPlan(facts), own: actionPlanValues(facts) };
