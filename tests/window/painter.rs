//! Paints a window into a picture, by whatever driver is there. A processor may need long for eight million points
//! while others want it too: unlike the renderer of the test kit, which gives up after ten seconds, this one waits.

use std::sync::mpsc;

use eframe::egui_wgpu::{RenderState, RendererOptions, ScreenDescriptor};
use eframe::wgpu;
use egui::{Context, FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use egui_kittest::wgpu::{create_render_state, default_wgpu_setup};
use image::RgbaImage;

const BYTES_OF_A_POINT: u32 = 4;

/// A driver, and what was handed to it.
pub struct Painter(RenderState);

impl Painter {
    /// A driver that paints, or why there is none.
    pub fn new() -> Result<Self, String> {
        std::panic::catch_unwind(|| create_render_state(default_wgpu_setup(), RendererOptions::PREDICTABLE))
            .map(Self)
            .map_err(|_| "no driver paints here (mesa-vulkan-drivers)".to_owned())
    }
}

impl TestRenderer for Painter {
    #[expect(clippy::iter_over_hash_type, reason = "each texture is by itself")]
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let Self(RenderState { device, queue, renderer, .. }) = self;
        let mut renderer = renderer.write();
        for (id, parts) in delta.set.drain() {
            for part in parts {
                renderer.update_texture(device, queue, id, &part);
            }
        }
        for id in delta.free.drain() {
            renderer.free_texture(&id);
        }
    }

    #[expect(clippy::cast_sign_loss, reason = "no window is smaller than nothing")]
    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let Self(RenderState { device, queue, renderer, target_format, .. }) = self;
        let mut renderer = renderer.write();
        let pixels_per_point = ctx.pixels_per_point();
        let size = (ctx.content_rect().size() * pixels_per_point).round();
        let [width, height] = [size.x as u32, size.y as u32];
        let screen = ScreenDescriptor { pixels_per_point, size_in_pixels: [width, height] };
        let shapes = ctx.tessellate(output.shapes.clone(), pixels_per_point);
        let canvas_size = wgpu::Extent3d { width, height, depth_or_array_layers: 1 };
        let canvas = device.create_texture(&wgpu::TextureDescriptor {
            label: None,
            size: canvas_size,
            mip_level_count: 1,
            sample_count: 1,
            dimension: wgpu::TextureDimension::D2,
            format: *target_format,
            usage: wgpu::TextureUsages::RENDER_ATTACHMENT | wgpu::TextureUsages::COPY_SRC,
            view_formats: &[],
        });
        // The driver wants each row to begin at a round place.
        let row = (width * BYTES_OF_A_POINT).next_multiple_of(wgpu::COPY_BYTES_PER_ROW_ALIGNMENT);
        let copy = device.create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size: u64::from(row) * u64::from(height),
            usage: wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });

        let mut work = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        let before = renderer.update_buffers(device, queue, &mut work, &shapes, &screen);
        let view = canvas.create_view(&wgpu::TextureViewDescriptor::default());
        let mut pass = work
            .begin_render_pass(&wgpu::RenderPassDescriptor {
                color_attachments: &[Some(wgpu::RenderPassColorAttachment {
                    view: &view,
                    resolve_target: None,
                    ops: wgpu::Operations {
                        load: wgpu::LoadOp::Clear(wgpu::Color::TRANSPARENT),
                        store: wgpu::StoreOp::Store,
                    },
                    depth_slice: None,
                })],
                ..Default::default()
            })
            .forget_lifetime();
        renderer.render(&mut pass, &shapes, &screen);
        drop(pass);
        let layout = wgpu::TexelCopyBufferLayout { offset: 0, bytes_per_row: Some(row), rows_per_image: None };
        let into = wgpu::TexelCopyBufferInfo { buffer: &copy, layout };
        work.copy_texture_to_buffer(canvas.as_image_copy(), into, canvas_size);
        queue.submit(before.into_iter().chain([work.finish()]));

        // One word is said: mapped, or why not.
        let (told, ready) = mpsc::sync_channel(1);
        copy.slice(..).map_async(wgpu::MapMode::Read, move |mapped| drop(told.send(mapped)));
        device.poll(wgpu::PollType::wait_indefinitely()).map_err(|why| why.to_string())?;
        ready.recv().map_err(|why| why.to_string())?.map_err(|why| why.to_string())?;
        let bytes = copy.slice(..).get_mapped_range().map_err(|why| why.to_string())?;
        let rows = bytes.chunks_exact(row as usize);
        let points = rows.flat_map(|row| &row[..(width * BYTES_OF_A_POINT) as usize]).copied().collect();
        RgbaImage::from_raw(width, height, points).ok_or_else(|| "the picture has another size".to_owned())
    }
}
