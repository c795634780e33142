/** An alert as expressions ask it; a fact that is not known is undefined. */
import { ALERT_FACTS, type CheckedAlert } from '../catalogue/alert-facts.ts';

export class AlertSubject {
  readonly alert: CheckedAlert;
  readonly now: Date;

  constructor(alert: CheckedAlert, now: Date) {
    this.alert = alert;
    this.now = now;
  }
}

for (const { name, value } of ALERT_FACTS.values())
  Object.defineProperty(AlertSubject.prototype, name, {
    get(this: AlertSubject) {
      return value(this.alert, this.now);
    },
  });
