import { Controller, Get, Inject, Res } from '@nestjs/common';
import { processRegistry, type Metrics } from '@unityplan/telemetry';
import type { TerritoryRegistry } from '@unityplan/territory';
import type { FastifyReply } from 'fastify';
import type { PodConfig } from '../config.ts';
import { Open } from '../http/route.ts';
import { CONFIG, METRICS, REGISTRY } from '../kit.ts';
import { Health } from './health.ts';

/** Health and metrics of a service, on its own port only: the gateway proxies nothing but the API. */
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: PodConfig,
    @Inject(REGISTRY) private readonly registry: TerritoryRegistry,
  ) {}

  @Open('orchestrators ask whether the process lives')
  @Get(['/health/live'])
  live() {
    return { status: 'ok', service: this.health.service };
  }

  @Open('orchestrators ask whether it takes work')
  @Get(['/health/ready', '/health', '/ready'])
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.ready();
    if (report.status !== 'ok') void reply.status(503);
    return report;
  }

  @Open('operators ask what this pod is made of')
  @Get('/health/cluster')
  async cluster() {
    const report = await this.health.ready();
    const territories = this.registry.served(this.config.podId).map(({ id }) => id);
    return { ...report, pod: this.config.podId, territories, durability: 'fsync', node: process.version };
  }

  @Open('Prometheus scrapes')
  @Get('/metrics')
  async metricsText(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('content-type', this.metrics.registry.contentType);
    return (await this.metrics.registry.metrics()) + (await processRegistry().metrics());
  }
}
