import { afterEach, beforeEach } from "vitest";
import { beginWatching, endWatching } from "./console-watch";

// As in the browser tests: what the console calls an error or a warning fails the test that caused it.
beforeEach(beginWatching);
afterEach(endWatching);
