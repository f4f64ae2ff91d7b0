import { everyPage } from "./walk.mjs";

everyPage(["reviewer", "head"]);
