import * as runner from '@jest/globals';
import { describeAgency } from '../../tests/support/describe-agency.ts';
import { HOUSING } from './index.ts';

describeAgency(runner, HOUSING);
