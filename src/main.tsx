import './app/app.css';
import './ui/button.css';
import './ui/controls.css';
import './ui/notice.css';
import { boot } from './app/boot.ts';

boot();
