// The longest of all stories stand in three files, whose names let them begin among the first.

import { everyPage } from "./walk.mjs";

everyPage(["practitioner", "clinician"]);
