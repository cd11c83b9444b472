import '#web/shared/older-browsers.ts';
import '#web/ui/kit.css';
import { startApplication } from '#web/features/identity/application.component.tsx';
import { ConsoleApp } from './app.tsx';

void startApplication(() => <ConsoleApp />);
