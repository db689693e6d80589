import { type DynamicModule, Module } from '@nestjs/common';
import { BoardsModule } from './boards/boards.module.js';
import { CapturedMailModule } from './captured-mail/captured-mail.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { CompaniesModule } from './companies/companies.module.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { EventsModule } from './events/events.module.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { type Foundation, FoundationModule } from './foundation.module.js';
import { HttpModule } from './http/http.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InsightsModule } from './insights/insights.module.js';
import { InstanceModule } from './instance/instance.module.js';
import { InterviewsModule } from './interviews/interviews.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { ReflectionsModule } from './reflections/reflections.module.js';
import { NewRolesModule } from './new-roles/new-roles.module.js';
import { PostingsModule } from './postings/postings.module.js';
import { SampleModule } from './sample/sample.module.js';
import { SearchModule } from './search/search.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { StreamModule } from './stream/stream.module.js';
import { TodayModule } from './today/today.module.js';
import { VacanciesModule } from './vacancies/vacancies.module.js';
import { WebhookEndpointsModule } from './webhook-endpoints/webhook-endpoints.module.js';

@Module({})
export class AppModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [
        FoundationModule.of(foundation),
        HttpModule,
        CapturedMailModule,
        ApplicationsModule,
        BoardsModule,
        CompaniesModule,
        ContactsModule,
        EventsModule,
        FollowUpsModule,
        ImportsModule,
        InsightsModule,
        InstanceModule,
        InterviewsModule,
        MessagesModule,
        ReflectionsModule,
        NewRolesModule,
        PostingsModule,
        SampleModule,
        SearchModule,
        SessionsModule,
        SettingsModule,
        StreamModule,
        TodayModule,
        VacanciesModule,
        WebhookEndpointsModule,
      ],
    };
  }
}
