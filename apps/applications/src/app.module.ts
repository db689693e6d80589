import { type DynamicModule, Module } from '@nestjs/common';
import { CompaniesModule } from './companies/companies.module.js';
import { type Foundation, FoundationModule } from './foundation.module.js';
import { HttpModule } from './http/http.module.js';

@Module({})
export class AppModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [FoundationModule.of(foundation), HttpModule, CompaniesModule],
    };
  }
}
