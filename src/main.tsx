import './app/app.css';
import './ui/controls/button.css';
import './ui/controls/controls.css';
import './ui/notice.css';
import { boot } from './app/boot.ts';

boot();
