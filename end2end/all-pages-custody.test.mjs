import { everyPage } from "./walk.mjs";

everyPage(["coordinator", "officer", "administrator", "auditor"]);
