/** Draw a GLB and let somebody turn it: by pointer, by finger, by keys. */
import {
  AnimationMixer,
  Box3,
  NeutralToneMapping,
  type Object3D,
  PerspectiveCamera,
  PMREMGenerator,
  Scene,
  Sphere,
  Spherical,
  Texture,
  Timer,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { type GLTF, GLTFLoader, type GLTFParser } from "three/examples/jsm/loaders/GLTFLoader.js";
import { RoomEnvironment } from "three/examples/jsm/environments/RoomEnvironment.js";
import { Fault } from "./fault";

const MOST_PIXELS_EACH = 2; // device pixels to one of the page's: more costs and shows nothing
const ANGLE = 35; // degrees from top to bottom
const STEP = Math.PI / 18; // of an arrow key
const NEARER = 0.85; // of the plus key

/** Put a canvas in the place of the figure's picture; resolves when the model is seen. */
export async function turn(figure: HTMLElement): Promise<void> {
  const picture = figure.querySelector("img");
  const model = await read(figure.dataset.solid ?? "");
  const canvas = document.createElement("canvas");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${figure.dataset.name ?? ""}: a model to turn around`);
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.toneMapping = NeutralToneMapping;
  const scene = new Scene();
  scene.environment = new PMREMGenerator(renderer).fromScene(new RoomEnvironment(), 0.04).texture;
  scene.add(model.scene);
  const { camera, controls } = eye(model.scene, canvas);
  const draw = (): void => renderer.render(scene, camera);
  picture?.replaceWith(canvas);
  fit(canvas, renderer, camera, draw);
  controls.addEventListener("change", draw);
  byKeys(canvas, camera, controls);
  move(model, renderer, draw);
  draw();
  canvas.focus({ preventScroll: true });
}

async function read(address: string): Promise<GLTF> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Fault("its file is not at hand");
  const loader = new GLTFLoader().register((parser) => {
    parser.loadImageSource = (index) => textureOf(parser, index);
    return { name: "atelier" };
  });
  return loader.parseAsync(await answer.arrayBuffer(), "");
}

/** A texture straight from the model's bytes: no URL is made, so the page's policy stays strict. */
async function textureOf(parser: GLTFParser, index: number): Promise<Texture> {
  const { bufferView, mimeType, uri } = parser.json.images[index] as Source;
  const bytes = uri === undefined ? await parser.getDependency("bufferView", bufferView ?? 0) : inlined(uri);
  const blob = new Blob([bytes], mimeType ? { type: mimeType } : {});
  const options = { premultiplyAlpha: "none", colorSpaceConversion: "none" } as const;
  const texture = new Texture(await createImageBitmap(blob, options));
  texture.needsUpdate = true;
  return texture;
}

interface Source {
  bufferView?: number;
  mimeType?: string;
  uri?: string;
}

function inlined(uri: string): Uint8Array<ArrayBuffer> {
  const content = atob(uri.slice(uri.indexOf(",") + 1));
  return Uint8Array.from(content, (letter) => letter.charCodeAt(0));
}

/** A camera that sees all of it, a little from above and from the side. */
function eye(model: Object3D, canvas: HTMLCanvasElement) {
  const { center, radius } = new Box3().setFromObject(model).getBoundingSphere(new Sphere());
  if (!(radius > 0)) throw new Fault("there is nothing in it to see");
  const away = radius / Math.sin(((ANGLE / 2) * Math.PI) / 180);
  const camera = new PerspectiveCamera(ANGLE, 1, away / 100, away * 20);
  camera.position.setFromSpherical(new Spherical(away, Math.PI * 0.42, Math.PI / 7)).add(center);
  const controls = new OrbitControls(camera, canvas);
  controls.target.copy(center);
  controls.minDistance = radius * 0.2;
  controls.maxDistance = away * 3;
  // A wheel scrolls the page, as everywhere, until somebody has taken the model in hand.
  controls.enableZoom = false;
  canvas.addEventListener("focus", () => (controls.enableZoom = true));
  canvas.addEventListener("blur", () => (controls.enableZoom = false));
  controls.update();
  return { camera, controls };
}

/** As large as the page lets it be, also after the window changed. */
function fit(canvas: HTMLCanvasElement, renderer: WebGLRenderer, camera: PerspectiveCamera, draw: () => void): void {
  renderer.setPixelRatio(Math.min(devicePixelRatio, MOST_PIXELS_EACH));
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = canvas;
    if (!clientWidth || !clientHeight) return;
    renderer.setSize(clientWidth, clientHeight, false);
    camera.aspect = clientWidth / clientHeight;
    camera.updateProjectionMatrix();
    draw();
  }).observe(canvas);
}

function byKeys(canvas: HTMLCanvasElement, camera: PerspectiveCamera, controls: OrbitControls): void {
  const turns: Record<string, [number, number, number]> = {
    ArrowLeft: [-STEP, 0, 1],
    ArrowRight: [STEP, 0, 1],
    ArrowUp: [0, -STEP, 1],
    ArrowDown: [0, STEP, 1],
    "+": [0, 0, NEARER],
    "=": [0, 0, NEARER],
    "-": [0, 0, 1 / NEARER],
  };
  canvas.addEventListener("keydown", (event) => {
    const found = turns[event.key];
    if (!found || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [around, over, nearer] = found;
    const place = new Spherical().setFromVector3(camera.position.clone().sub(controls.target));
    place.theta += around;
    place.phi += over;
    place.radius = Math.min(controls.maxDistance, Math.max(controls.minDistance, place.radius * nearer));
    camera.position.setFromSpherical(place.makeSafe()).add(controls.target);
    controls.update();
  });
}

/** What moves by itself does so, unless the person asked for stillness. */
function move({ animations, scene }: GLTF, renderer: WebGLRenderer, draw: () => void): void {
  const [first] = animations;
  if (!first || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const mixer = new AnimationMixer(scene);
  mixer.clipAction(first).play();
  const timer = new Timer();
  renderer.setAnimationLoop((now) => {
    timer.update(now);
    mixer.update(timer.getDelta());
    draw();
  });
}
