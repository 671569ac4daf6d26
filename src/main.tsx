import './app/app.css';
import './ui/controls.css';
import './app/header.css';
import { boot } from './app/boot.ts';

boot();
