import '#web/shared/older-browsers.ts';
import '#web/ui/kit.css';
import { startApplication } from '#web/features/identity/application.component.tsx';
import { OversightApp } from './app.tsx';

void startApplication(() => <OversightApp />, 'oversight');
