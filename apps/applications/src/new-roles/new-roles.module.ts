import { Module } from '@nestjs/common';
import { NewRolesController } from './new-roles.controller.js';
import { NewRolesService } from './new-roles.service.js';

@Module({ controllers: [NewRolesController], providers: [NewRolesService] })
export class NewRolesModule {}
