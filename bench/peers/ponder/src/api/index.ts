// Ponder starts with no server of one's own missing; nobody asks this one.
import { Hono } from "hono";

export default new Hono();
